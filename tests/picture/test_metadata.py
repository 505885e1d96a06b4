"""Pictures are published without what they tell, with every point and every colour as it was."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from kommunvision.picture.drawing import ActiveError, cleaned
from kommunvision.picture.metadata import BrokenError, CarriesError, stripped

LYING = 6
SECRETS = (b"Kim Exempelsson", b"60.1282", b"Kamera 3000", b"/home/kim")


def picture(form: str, *, turn: int = 1, more: bytes = b"", **how: object) -> bytes:
    """A picture with all that cameras and programs write in it."""
    image = Image.effect_mandelbrot((40, 30), (-2, -1, 1, 1), 50).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "Kamera 3000", "Kim Exempelsson", turn
    exif.get_ifd(0x8825)[1] = "60.1282"
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "Kim Exempelsson")
    note.add_itxt("Software", "/home/kim/bild.png", zip=False)
    known = {"exif": exif, "xmp": b"<x>Kim Exempelsson</x>", "icc_profile": b"farger" * 30}
    asked = {
        "JPEG": known | {"comment": b"/home/kim/bild.jpg"},
        "PNG": known | {"pnginfo": note},
        "WEBP": known,
        "GIF": {"comment": b"Kim Exempelsson"},
    }[form]
    held = BytesIO()
    image.save(held, form, **{**asked, **how})
    return held.getvalue() + more


def shown(raw: bytes) -> tuple[list[bytes], object, object]:
    """Every frame's points, the colours' description, and which way up it is."""
    frames = []
    with Image.open(BytesIO(raw)) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frames.append(image.convert("RGBA").tobytes())
        return frames, image.info.get("icc_profile"), image.getexif().get(0x0112, 1)


@pytest.mark.parametrize("turn", [1, LYING])
@pytest.mark.parametrize(
    ("form", "ending", "how"),
    [
        ("JPEG", ".jpg", {}),
        ("JPEG", ".jpeg", {"progressive": True, "restart_marker_rows": 1}),
        ("PNG", ".png", {}),
        ("WEBP", ".webp", {}),
        ("WEBP", ".webp", {"lossless": True}),
        ("WEBP", ".webp", {"save_all": True, "append_images": [Image.new("RGB", (40, 30), "red")]}),
        ("GIF", ".gif", {"save_all": True, "append_images": [Image.new("RGB", (40, 30), "red")]}),
    ],
)
def test_a_picture_keeps_its_points_and_loses_what_it_tells(form, ending, how, turn):
    # A film with a place in it, as some telephones put behind a picture.
    behind = b"" if form == "WEBP" else b"ftypmp42 60.1282 Kim Exempelsson"
    raw = picture(form, turn=turn, more=behind, **how)
    assert any(secret in raw for secret in SECRETS)
    made = stripped(raw, ending)
    assert not any(secret in made for secret in SECRETS)
    before = shown(raw)
    assert shown(made) == before
    assert stripped(made, ending) == made


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_tells_nothing_is_the_same_file(form):
    held = BytesIO()
    Image.new("RGB", (8, 8), "red").save(held, form)
    assert stripped(held.getvalue(), f".{form.lower()}") == held.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_is_cut_off_anywhere_is_refused_or_whole(form):
    raw = picture(form)
    for end in range(0, len(raw) - 1, 7):
        try:
            made = stripped(raw[:end], f".{form.lower()}")
        except BrokenError:
            continue
        assert not any(secret in made for secret in SECRETS)


def test_avif_without_notes_is_published_and_with_them_refused():
    exif = Image.Exif()
    exif[0x010F] = "Kamera 3000"
    plain, telling = BytesIO(), BytesIO()
    Image.new("RGB", (8, 8), "red").save(plain, "AVIF")
    Image.new("RGB", (8, 8), "red").save(telling, "AVIF", exif=exif)
    assert stripped(plain.getvalue(), ".avif") == plain.getvalue()
    with pytest.raises(CarriesError):
        stripped(telling.getvalue(), ".avif")


def test_a_drawing_loses_what_its_program_has_noted_and_keeps_its_words():
    raw = (
        b'<?xml version="1.0"?>\n<!-- Kim Exempelsson -->\n'
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="http://www.inkscape.org/namespaces/inkscape"'
        b' ink:export-filename="/home/kim/x.png" viewBox="0 0 9 9"><metadata><a>Kim Exempelsson</a></metadata>'
        b'<ink:grid/><title>Vapen</title><g ink:label="Kim Exempelsson"><path d="M0 0h9"/></g></svg>'
    )
    assert cleaned(raw) == (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        b'<title>Vapen</title><g><path d="M0 0h9"/></g></svg>'
    )


def test_a_drawing_without_notes_is_the_same_file():
    raw = b"<svg  xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/>\n</svg>\n"
    assert cleaned(raw) == raw


def test_what_a_drawing_may_not_hold_is_named_with_its_line():
    raw = b"<svg xmlns='http://www.w3.org/2000/svg'>\n<path d='M0 0'/>\n<path fill='url(//x.example)'/></svg>"
    with pytest.raises(ActiveError) as found:
        cleaned(raw)
    assert (found.value.line, found.value.word) == (3, "url(//x.example)")
