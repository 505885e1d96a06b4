"""Links between addresses of a site."""

import pytest

from kommunvision.address import relative


@pytest.mark.parametrize(
    ("target", "here", "link"),
    [
        ("a/mal/m/", "a/mal/n/", "../m/"),
        ("a/mal/", "a/mal/n/", "../"),
        ("a/mal/n/", "a/mal/n/", "./"),
        ("a/mal/n/#varifran", "a/mal/n/", "#varifran"),
        ("a/kallor/#plan", "a/mal/n/", "../../kallor/#plan"),
        ("a/mal/n.json", "a/mal/n/", "../n.json"),
        ("assets/icon.svg", "a/mal/n/", "../../../assets/icon.svg"),
        ("", "a/", "../"),
        ("", "", "./"),
        ("a/", "", "a/"),
        ("a/", "404.html", "a/"),
        ("https://a.example/", "a/", "https://a.example/"),
        ("mailto:vision@a.example", "a/", "mailto:vision@a.example"),
    ],
)
def test_a_link_goes_up_to_the_folder_that_both_share_and_down_from_there(target, here, link):
    assert relative(target, here) == link
