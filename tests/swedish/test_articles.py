"""A wrong article is seen; nouns of all sorts, alone or with words around them, pass."""

import pytest

from kommunvision.swedish.articles import clash


@pytest.mark.parametrize(
    ("article", "name", "definite"),
    [
        ("ett", "mål", "målen"),
        ("en", "mål", "målet"),
        ("ett", "plan", "planen"),
        ("en", "strategiskt område", "det strategiska området"),
        ("ett", "strategiskt område", "de strategiska områdena"),
        ("ett", "övergripande inriktning", "den övergripande inriktningen"),
        ("en", "mål för bolag", "målet för bolag"),
        ("en", "KPI", "KPI:t"),
    ],
)
def test_an_article_that_the_definite_form_does_not_have_is_seen(article, name, definite):
    assert clash(article, name, definite)


@pytest.mark.parametrize(
    ("article", "name", "definite"),
    [
        ("ett", "mål", "målet"),
        ("en", "vision", "visionen"),
        ("en", "strategi", "strategin"),
        ("en", "policy", "policyn"),
        ("ett", "tema", "temat"),
        ("ett", "center", "centret"),
        ("ett", "KPI", "KPI:t"),
        ("ett", "strategiskt mål för bolag", "det strategiska målet för bolag"),
        ("ett", "mål för nämnd", "målet för nämnden"),
        ("en", "aktivitet/genomförande", "aktiviteten/genomförandet"),
        ("en", "plan och mål", "planen och målet"),
        ("ett", "strategiskt mål", "strategiska målet"),
        ("en", "Steg för steg", "Steg för steg"),
        ("ett", "den röda tråden", "den röda tråden"),
        ("en", "nyckeltal", ""),
    ],
)
def test_forms_that_may_be_right_are_left_alone(article, name, definite):
    assert not clash(article, name, definite)
