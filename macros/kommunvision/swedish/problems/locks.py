"""KV920 to KV922 and KV927 to KV934, KV936, KV940: locked occasions, and corrections of them."""

from __future__ import annotations

from kommunvision.swedish.problems.entry import FOLDER, Files, ProblemText, Severity, data

# Made by `kommunvision lock`; should a fingerprint be computed in another way, every lock out
# there would break, and these examples with them.
_LOCKS = """lås:
- uppföljning: ar-2024
  huvud: {namn: 51b29a0c331ace6f, period: 4e49429c51359615, omfattar: 360ab9eb664d7b73,
    utfall_eller_prognos: 92a3f522c89ee24b, låst: a924e839f648e473}
  omdömen:
    skola: {status: 40b2608904cbd40d}
  värden:
  - {indikator: "examen", period: "2024", värde: "81"}
"""

# What the writer fills in, beside what the engine knows.
_DATE_AND_REASON = "datum: ÅÅÅÅ-MM-DD, skäl: …"


def correction(part: str, about: str | None, *, stood: bool) -> str:
    """Return a correction as it is written in the data, for the writer to fill in."""
    whom = f"om: {about}, " if about else ""
    before = "före: …, " if stood else ""
    return f"- {{{whom}vad: {part}, {before}{_DATE_AND_REASON}}}"


def revision(key: str, before: str, part: str | None = None) -> str:
    """Return a former value as it is written in the data, for the writer to fill in."""
    told = f'värde: "{before}"' if part else f'{key}: "{before}"'
    told = f'{key}: [{{namn: "{part}", {told}}}]' if part else told
    return f"- {{{told}, {_DATE_AND_REASON}}}"


_WRITE = 'Ändra tillbaka, eller skriv under "rättelser:" {correction}'


def _files(
    *more: str,
    name: str = "Årsredovisning 2024",
    locked: str = "låst: 2025-03-01",
    statements: str = "{om: skola, status: uppfyllt}",
    value: str = "värde: 81",
    locks: str | None = _LOCKS,
) -> Files:
    lines = [f"namn: {name}", "period: 2024", "omfattar: [mal]", locked]
    lines += [f"omdömen: [{statements}]" if statements else "", *more]
    occasion = "".join(f"    {line}\n" for line in lines if line)
    text = (
        "mål:\n"
        "  - {id: klimat, nivå: mal, rubrik: Mindre utsläpp}\n"
        "  - {id: skola, nivå: mal, rubrik: Fler unga tar examen}\n"
        "indikatorer:\n"
        "  - id: examen\n    namn: Unga med examen\n    enhet: procent\n    hör_till: [skola]\n"
        f"    värden: [{{period: 2024, {value}}}]\n"
        f"uppföljningar:\n  - id: ar-2024\n{occasion}"
    )
    files = data(text, "uppfoljning.yml")
    return files if locks is None else {**files, f"{FOLDER}/las.yml": locks}


def _correct(about: str, before: str, part: str = "status") -> str:
    said = f"om: {about}, vad: {part}, före: {before}, datum: 2025-04-02, skäl: Fel."
    return f"rättelser: [{{{said}}}]"


_STANDING = "Det som en låst uppföljning säger står kvar. "

TEXTS: dict[str, ProblemText] = {
    "KV920": ProblemText(
        severity=Severity.ERROR,
        title="Rättelse av något som inte är låst",
        message='Uppföljningen var inte låst när rättelsen av "{value}" gjordes.',
        remedy="Ta bort rättelsen, eller rätta dagen. Före låsningen ändrar du bara i texten.",
        explanation=(
            "En rättelse berättar vad som har ändrats efter det att uppföljningen låstes. Dagen "
            "för låsningen står under låst."
        ),
        bad=_files(_correct("skola", "delvis uppfyllt"), locked="", locks=None),
        good=_files(locked="", locks=None),
    ),
    "KV921": ProblemText(
        severity=Severity.ERROR,
        title="Rättelse utan omdöme",
        message='Rättelsen gäller "{value}", som inte har något omdöme i uppföljningen.',
        remedy="Rätta vad den gäller, eller lägg tillbaka omdömet.",
        explanation=(
            "En rättelse gäller ett omdöme som finns. Ska ett omdöme inte längre gälla står det "
            'kvar med statusen "inte bedömt" och en rättelse.'
        ),
        bad=_files(_correct("klimat", "uppfyllt")),
        good=_files(),
    ),
    "KV922": ProblemText(
        severity=Severity.ERROR,
        title="Rättelse som inte ändrar något",
        message='Rättelsen säger att "{part}" för "{value}" var som det är nu.',
        remedy='Skriv under "före:" det som stod innan, och det rätta i omdömet.',
        explanation="Under före står det som stod när uppföljningen låstes, ordagrant.",
        bad=_files(_correct("skola", "uppfyllt")),
        good=_files(),
    ),
    "KV927": ProblemText(
        severity=Severity.WARNING,
        title="Låst utan fingeravtryck",
        message="Uppföljningen är låst, men inget vakar över att den är oförändrad.",
        remedy="Kör: kommunvision lock {command}",
        explanation=(
            "Kommandot skriver ett fingeravtryck av varje omdöme i filen las.yml. Först då märks "
            "det om något ändras i efterhand."
        ),
        bad=_files(locks=None),
        good=_files(),
    ),
    "KV928": ProblemText(
        severity=Severity.ERROR,
        title="Låsningen är borttagen",
        message='Uppföljningen "{value}" är låst, men det står inte längre i filen.',
        remedy='Lägg tillbaka uppföljningen med "låst:" och dagen.',
        explanation=(
            "En låst uppföljning går inte att låsa upp. Är något fel skriver du en rättelse, så "
            "att läsaren får veta vad som har ändrats och varför."
        ),
        bad=_files(locked=""),
        good=_files(),
    ),
    "KV929": ProblemText(
        severity=Severity.ERROR,
        title="Låst omdöme är ändrat",
        message='"{part}" i omdömet om "{value}" är ändrat sedan uppföljningen låstes.',
        remedy=_WRITE,
        explanation=(
            f"{_STANDING}Ändras ett omdöme ska en rättelse berätta när, varför och vad som stod "
            "förut. Den kan gälla allt som omdömet säger. Orden på skalan hör till omdömet: ska "
            "de ändras gör du en ny skala."
        ),
        bad=_files(statements="{om: skola, status: delvis uppfyllt}"),
        good=_files(
            _correct("skola", "uppfyllt"),
            statements="{om: skola, status: delvis uppfyllt}",
        ),
    ),
    "KV930": ProblemText(
        severity=Severity.ERROR,
        title="Låst omdöme är borttaget",
        message='Omdömet om "{value}" är borttaget sedan uppföljningen låstes.',
        remedy="Lägg tillbaka det. Gäller det inte längre ändrar du statusen med en rättelse.",
        explanation=f"{_STANDING}Inget omdöme får försvinna utan att läsaren får veta det.",
        bad=_files(statements=""),
        good=_files(),
    ),
    "KV931": ProblemText(
        severity=Severity.ERROR,
        title="Nytt omdöme i en låst uppföljning",
        message='Omdömet om "{value}" är tillagt sedan uppföljningen låstes.',
        remedy='Ta bort det, eller skriv en rättelse utan "före:" för varje del av det.',
        explanation=(
            f"{_STANDING}Ett omdöme som kommer till i efterhand behöver en rättelse för varje "
            "uppgift, utan före."
        ),
        bad=_files(statements="{om: skola, status: uppfyllt}, {om: klimat, status: uppfyllt}"),
        good=_files(
            "rättelser: [{om: klimat, vad: status, datum: 2025-04-02, skäl: Glömdes.}]",
            statements="{om: skola, status: uppfyllt}, {om: klimat, status: uppfyllt}",
        ),
    ),
    "KV932": ProblemText(
        severity=Severity.ERROR,
        title="Låst uppföljning är ändrad",
        message='"{part}" är ändrat sedan "{value}" låstes.',
        remedy=_WRITE,
        explanation=(
            f"{_STANDING}Det gäller också det som rör hela uppföljningen: namn, period och dagar, "
            "vad den omfattar, samlat omdöme, sammanräkning, skalor, källa och beslut. En rättelse "
            "av sådant skrivs utan om."
        ),
        bad=_files(name="Bokslut 2024"),
        good=_files(
            "rättelser: [{vad: namn, före: Årsredovisning 2024, datum: 2025-04-02, skäl: Fel.}]",
            name="Bokslut 2024",
        ),
    ),
    "KV933": ProblemText(
        severity=Severity.ERROR,
        title="Värde i en låst uppföljning är ändrat",
        message='Värdet för {period} är {now}, men "{occasion}" låstes med {before}.',
        remedy='Ändra tillbaka, eller skriv under "ändrat_från:" {revision}',
        explanation=(
            "En låst uppföljning visar alltid samma siffror. Står det gamla värdet kvar under "
            "ändrat_från, med skäl och en dag efter låsningen, visar uppföljningen det gamla och "
            "indikatorn det nya. Det gäller också kvinnor, män och andra delar."
        ),
        bad=_files(value="värde: 82"),
        good=_files(
            value=(
                "värde: 82, ändrat_från: [{värde: 81, datum: 2025-05-06, skäl: Rättad statistik.}]"
            )
        ),
    ),
    "KV934": ProblemText(
        severity=Severity.ERROR,
        title="Filen med lås går inte att läsa",
        message="Filen las.yml är inte som kommunvision lock skrev den.",
        remedy="Hämta tillbaka filen som den var, till exempel med git.",
        explanation="Filen skrivs av kommandot och ska inte ändras för hand.",
        bad=_files(locked="", locks="lås: nej\n"),
        good=_files(),
    ),
    "KV936": ProblemText(
        severity=Severity.ERROR,
        title="Rättelse som inte säger vad som stod",
        message='Rättelsen av "{part}" för "{value}" säger inte vad som stod vid låsningen.',
        remedy='Skriv under "före:" det som stod, ordagrant. Stod inget tar du bort nyckeln.',
        explanation=(
            "Med rättelserna borttagna ska uppföljningen vara som när den låstes. Finns flera "
            "rättelser av samma sak gäller det den första av dem."
        ),
        bad=_files(
            _correct("skola", "inte uppfyllt"),
            statements="{om: skola, status: delvis uppfyllt}",
        ),
        good=_files(
            _correct("skola", "uppfyllt"),
            statements="{om: skola, status: delvis uppfyllt}",
        ),
    ),
    "KV940": ProblemText(
        severity=Severity.ERROR,
        title="Rättelse av fel slags uppgift",
        message='"{part}" är inget som "{value}" har.',
        remedy="Välj ett av: {choices}.",
        explanation=(
            "En rättelse med om gäller det som står i ett omdöme. En rättelse utan om gäller det "
            "som rör hela uppföljningen, till exempel namn, period och sammanräkning."
        ),
        bad=_files("rättelser: [{om: skola, vad: namn, datum: 2025-04-02, skäl: Fel.}]"),
        good=_files(
            "rättelser: [{vad: namn, före: Årsredovisning 2024, datum: 2025-04-02, skäl: Fel.}]",
            name="Bokslut 2024",
        ),
    ),
}
