"""The five source documents: each decided sentence stands, word for word, in its right chain.

The sentences below are copied from the documents themselves and not from ``data/``, so a slip of
the hand in the data is found here.
"""

from html.parser import HTMLParser
from pathlib import Path

import pytest

# Per goal: kommun, id, the heading or sentence, and what it stands under.
NODES = [
    (
        "norberg",
        "tillgangliga-kommunen",
        "Den tillgängliga och attraktiva kommunen",
        ["vision/vision-2025"],
    ),
    (
        "norberg",
        "hallbar-tillvaxt",
        "Samverkan för hållbar tillväxt och utveckling",
        ["vision/vision-2025"],
    ),
    (
        "norberg",
        "unik-miljo",
        "Unik miljö för fritid, kultur och besöksnäring",
        ["vision/vision-2025"],
    ),
    (
        "norberg",
        "attraktiv-arbetsgivare",
        "Kommunen – en attraktiv arbetsgivare",
        ["vision/vision-2025"],
    ),
    (
        "norberg",
        "ks-delaktighet",
        "Invånarna är delaktiga i samhällsutvecklingen och kan påverka den egna livssituationen.",
        ["mal/tillgangliga-kommunen"],
    ),
    (
        "norberg",
        "ks-trygghet",
        "Invånarna är trygga i livets alla skeenden.",
        ["mal/tillgangliga-kommunen"],
    ),
    (
        "norberg",
        "ks-larande",
        "I Norberg tas allas förmåga tillvara och det finns goda möjligheter till livslångt och livsvitt lärande.",
        ["mal/tillgangliga-kommunen"],
    ),
    (
        "norberg",
        "ks-digitalisering",
        "Norberg är en digitaliserad och innovativ kommun.",
        ["mal/tillgangliga-kommunen"],
    ),
    (
        "norberg",
        "ks-klimatsmarta-val",
        "Natur- och miljöarbete gör det enkelt att göra klimatsmarta val i vardagen.",
        ["mal/hallbar-tillvaxt"],
    ),
    (
        "norberg",
        "ks-naringsliv",
        "Norberg har ett varierat och blomstrande näringsliv.",
        ["mal/hallbar-tillvaxt"],
    ),
    (
        "norberg",
        "ks-halsa",
        "I Norberg har alla invånare en god hälsa med attraktiva och hälsosamma boendemiljöer.",
        ["mal/hallbar-tillvaxt"],
    ),
    (
        "norberg",
        "ks-fritid-kultur",
        "I Norberg finns ett brett utbud av fritids- och kulturupplevelser samt möjlighet till ett aktivt och varierat föreningsliv för alla.",
        ["mal/unik-miljo"],
    ),
    (
        "norberg",
        "ks-besoksort",
        "Norberg är en utvecklad arrangemangs- och besöksort.",
        ["mal/unik-miljo"],
    ),
    (
        "norberg",
        "ks-arbetsgivare",
        "Norbergs kommun är en attraktiv arbetsgivare med engagerade, nöjda och stolta medarbetare.",
        ["mal/attraktiv-arbetsgivare"],
    ),
    ("smedjebacken", "kommun-for-alla", "En kommun för alla", ["mal/hallbarhet"]),
    ("smedjebacken", "ekokommun-i-framkant", "En ekokommun i framkant", ["mal/hallbarhet"]),
    ("smedjebacken", "hog-sysselsattning", "Hög sysselsättning", ["mal/utveckling"]),
    ("smedjebacken", "attraktivt-boende", "Attraktivt boende", ["mal/utveckling"]),
    ("smedjebacken", "bra-ekonomi", "Bra ekonomi", ["mal/effektivitet"]),
    ("smedjebacken", "bra-verksamhet", "Bra verksamhet", ["mal/effektivitet"]),
    ("sandviken", "vaxa-for-framtiden", "Växa för framtiden", ["vision/visionen"]),
    ("sandviken", "minskad-klimatpaverkan", "Minskad klimatpåverkan", ["vision/visionen"]),
    (
        "sandviken",
        "utbildning-som-gor-skillnad",
        "Utbildning som gör skillnad",
        ["vision/visionen"],
    ),
    ("sandviken", "bra-livsmiljo", "En kommun att trivas i – bra livsmiljö", ["vision/visionen"]),
    (
        "nora",
        "boendekommun-13-000",
        "Nora kommun är en hållbar och attraktiv boendekommun med 13 000 invånare 2030!",
        ["vision/ny-vision"],
    ),
    ("nora", "hallbarhet", "Hållbarhet", ["mal/boendekommun-13-000"]),
    ("nora", "livskvalitet", "Livskvalitet", ["mal/boendekommun-13-000"]),
    ("nora", "attraktivitet", "Attraktivitet", ["mal/boendekommun-13-000"]),
    *(
        ("nora", id_, sentence, ["mal/hallbarhet", "mal/livskvalitet", "mal/attraktivitet"])
        for id_, sentence in [
            (
                "oppen-och-kommunikativ",
                "Nora kommun ska vara öppen och kommunikativ där invånarna känner tillit för verksamheten",
            ),
            (
                "klimat-och-miljovanlig",
                "Nora kommun ska vara en klimat- och miljövänlig kommun som satsar på hållbara alternativ och tekniska lösningar",
            ),
            (
                "ekonomiska-resurser",
                "Nora kommun ska använda sina ekonomiska resurser ansvarsfullt och produktivt och skapar utrymme för utveckling",
            ),
            (
                "valfardstjanster-och-service",
                "Nora kommun ska tillhandahålla välfärdstjänster och service av god kvalitet",
            ),
            (
                "barns-kunskapsutveckling",
                "Nora kommun fokuserar på alla barns kunskapsutveckling, trivsel och trygghet",
            ),
            (
                "sammanhallen-kommun",
                "Nora kommun ska verka för en sammanhållen kommun med en utvecklad infrastruktur",
            ),
            ("kulturmiljoer", "Nora kommun ska verka för att levandegöra sina kulturmiljöer"),
            (
                "aktiv-fritid",
                "Nora kommun, i nära samarbete med föreningar, ska verka för aktiv fritid",
            ),
            (
                "kommunen-som-arbetsgivare",
                "Nora kommun ska vara en arbetsgivare med fokus på arbetsmiljö, ledarskap, medarbetarskap och kompetensutveckling",
            ),
            (
                "kulturutbud-for-barn-och-unga",
                "Nora kommun, i nära samarbete med föreningar, ska öka kulturutbudet för barn och unga",
            ),
            (
                "service-till-naringslivet",
                "Nora kommun ger en god service, gott bemötande samt har en hög tillgänglighet till näringslivet",
            ),
        ]
    ),
    (
        "nora",
        "bn-larmiljoer-och-tidiga-insatser",
        "BN - Nora kommun ska satsa tillgängliga lärmiljöer och prioritera tidiga insatser",
        ["mal/barns-kunskapsutveckling"],
    ),
    (
        "nora",
        "rutin-for-samverkan",
        "Ta fram gemensam rutin för samverkan mellan Skola och IFO",
        ["mal/bn-larmiljoer-och-tidiga-insatser"],
    ),
    (
        "nora",
        "digitala-pedagogiska-verktyg",
        "Utveckla de digitala pedagogiska verktygen",
        ["mal/bn-larmiljoer-och-tidiga-insatser"],
    ),
]

# Per page: what a reader must find there, word for word.
WORDS = {
    "norberg/vision/vision-2025/": [
        "Den växande kommunen som är tillgänglig, trygg och utvecklande för alla. Mångfald är den självklara drivkraften för tillväxt och utveckling",
        "januari 2016",
        "våren 2015",
        "utvecklingskonferenser",
        "Kommunfullmäktige",
    ],
    "norberg/vision/norberg-2040/": [
        "Norberg 2040 är en trygg och välkomnande plats där människor i alla åldrar känner sig betydelsefulla. Vi ställer upp för varandra och bygger framtiden tillsammans.",
        "Barnen växer upp i ett Norberg där gemenskapen är stark och fritiden rik. Vi har nära till service och natur, och våra evenemang skapar energi året runt.",
        "I Norberg vårdar vi vårt arv och vågar tänka nytt. Vår rika gruv- och kulturhistoria lever sida vid sida med långsiktig hållbarhet och en mångfald av företag och mötesplatser. Vi kombinerar småskalighet med höga ambitioner.",
        "Här känner du dig hemma och väljer själv din livsrytm. Vi är den lilla kommunen med det stora hjärtat.",
        "15 december 2025",
        "§ 205",
        "KS 2025/0524",
        "20 november 2025",
        "Framtidsdagen",
        "Frida Hansdotter arena",
        "gruppledar",
        "översiktsplanering",
        "nästa steg",
    ],
    "norberg/mal/ks-inriktning/": [
        "I Norbergs kommun vet vi vilka vi är till för. För oss står invånare, brukare, kunder och elever i centrum. Det är dem vi är till för och det är för dem som vi skapar värde. Det är de som ska ha nytta och glädje av vårt arbete. Invånarna i Norberg är på så sätt både uppdragsgivare och mottagare av kommunala tjänster.",
    ],
    "norberg/styrmodell/": ["2016–2018", "åtaganden", "handlingsplaner", "aktiviteter"],
    "smedjebacken/": [
        "Kommunens vision är att Smedjebacken ska vara en välkomnande kommun med engagemang, trygghet och framtidstro.",
        "Kansliavdelningen",
        "0240-66 00 00",
    ],
    "smedjebacken/vision/vision/": ["framgår inte av källan"],
    "smedjebacken/mal/kommun-for-alla/": [
        "Smedjebackens kommun är en kommun där alla ska ha samma möjligheter att leva ett gott liv och känna sig delaktiga. Vår fysiska och psykiska hälsa ska vara god. Trygghet och framtidstro ska känneteckna vår sociala samvaro. Vi ska främja jämställdhet, jämlikhet och integration. Smedjebackens kommun ska erbjuda bra möjligheter för alla åldrar.",
        "framgår inte av källan",
    ],
    "smedjebacken/mal/ekokommun-i-framkant/": [
        "Vi ska skapa förutsättningar för en klimatmässigt hållbar utveckling av vår kommun. Vi ska fortsätta arbetet för klimatsmart energi, miljövänliga transporter och minskade giftutsläpp. Kommunen och de kommunala bolagen ska vara goda miljöförebilder.",
    ],
    "smedjebacken/mal/hog-sysselsattning/": [
        "Smedjebacken är och ska fortsätta vara en tillväxtkommun med hög sysselsättning och goda förutsättningar för företagande. För att främja fortsatt tillväxt och minska sårbarheten behöver näringslivet breddas till fler branscher. Regionförstoring med närmare samarbete med våra grannkommuner och tydligare kopplingar till Mälardalen behövs för att skapa en större arbetsmarknad. Innovationskraft, engagemang och entreprenörskap ska uppmuntras.",
    ],
    "smedjebacken/mal/attraktivt-boende/": [
        "Smedjebackens kommun ska fortsätta att erbjuda attraktivt boende. Vi ska förtäta för de som vill bo i tätorterna och erbjuda nya tomter i strandnära lägen. Tillgång till kommunalt vatten, avlopp och bredbandsfiber ska användas för att öka attraktiviteten.",
    ],
    "smedjebacken/mal/bra-ekonomi/": [
        "Smedjebackens kommun ska ha en långsiktig tillväxt i balans och ha en ekonomi som tillförsäkrar framtida kommuninvånare en bibehållen eller förbättrad nivå på service, verksamhet och anläggningar.",
    ],
    "smedjebacken/mal/bra-verksamhet/": [
        "Kommunorganisationens arbete ska präglas av effektivitet och hög kvalitet. Smedjebackens kommun ska ligga bland de 100 bästa kommunerna i Sveriges kommuner och landstings kvalitetsmätningar. Verksamheten ska utvecklas i dialog med medborgare, föreningar och företag.",
    ],
    "smedjebacken/indikatorer/kvalitetsmatningar/": ["bland de 100 bästa kommunerna"],
    "sandviken/": ["2026"],
    "sandviken/mal/vaxa-for-framtiden/": [
        "Sandvikens kommun växer och utvecklas för att bli 50 000 invånare, en ambition för att skapa goda framtidsutsikter. Vi säkerställer välfärden för kommande generationer. Här byggs fler bostäder, vi utvecklar våra tjänster, välkomnar företagande och erbjuder ett rikt utbud av kultur och fritidsaktiviteter.",
        "Sandviken är en kommun som blomstrar där invånare, organisationer och företagare välkomnas till delaktighet och ansvar i utformningen av hur kommunen växer.",
        "20 februari",
    ],
    "sandviken/mal/minskad-klimatpaverkan/": [
        "Vi tar ansvar för klimatet, värnar vår planet och arbetar för att vara klimatneutrala år 2030. Det gör vi genom att bland annat minska utsläpp av växthusgaser och jobba cirkulärt, vi återanvänder och återvinner klimatsmart.",
        "Det är väsentligt att alla är med och bidrar till klimatomställningen för att skapa ett långsiktigt hållbart samhälle.",
    ],
    "sandviken/mal/utbildning-som-gor-skillnad/": [
        "Utbildning är avgörande för möjligheten att få ett bra och meningsfullt liv. Alla barn och elever utmanas i sitt lärande för att utveckla sina förmågor inför framtida studier och yrkesval.",
        "Det är viktigt att alla barn och elever oavsett ålder erhåller en trygg och kvalitativ utbildning. Kunskap och färdigheter stärker vår sammanhållning, vår framtidstro och vår demokrati.",
    ],
    "sandviken/mal/bra-livsmiljo/": [
        "Sandvikens kommun är en attraktiv kommun att leva, verka och bo i under hela livet. Ett socialt hållbart samhälle som står för allas lika värde och värnar den demokratiska processen. Det handlar om att vi tillsammans skapar trygga bostadsmiljöer, bra uppväxtvillkor och ett rikt kultur- och fritidsliv.",
        "Vi tar vårt samhällsuppdrag på allvar med medarbetare som är motiverade och kreativa. Tillsammans med invånarna skapas förutsättningar för kommunens utveckling.",
    ],
    "sandviken/vision/visionen/": ["framgår inte av källan"],
    "sandviken/styrmodell/": ["april", "september", "nämndplan", "strategiska mål"],
    "sandviken/aktuellt/strategiska-omraden-faststallda/": [
        "De strategiska områdena speglar den utveckling vi ser i samhället. De är ambitiösa men vi känner oss trygga i att vi har en stabil kommunal organisation, som tillsammans med civilsamhället, företagare och kommuninvånarna kan skapa de förändringar vi behöver. Vi tar ansvar för kommande generationer",
        "Peter Kärnström",
        "Kommunstyrelsens ordförande",
        "Vi välkomnar de nya strategiska områdena. Det ger bra förutsättningar för den kommunala verksamheten. Det är också bra att vi så uttalat höjer ambitionen för kommunen",
        "Pär Jerfström",
        "Kommundirektör",
    ],
    "nora/vision/ny-vision/": [
        "Nora ska vara en plats där drömmen om livet i småstaden och på landet är verklig året runt. En plats för framtiden sedan länge. Den skapas av småföretag, storbolag, föreningar och byalag, med innovatörer, entreprenörer, handlare och livskonstnärer. Den skapas av Norabor sedan generationer. Den skapas av nyinflyttade till trakten. Den skapas av alla som vill vara med och uppleva något nytt.",
        "Förslag",
    ],
    "nora/mal/boendekommun-13-000/": ["13 000 invånare år 2030", "Förslag"],
    "nora/mal/hallbarhet/": [
        "Nora kommun verkar för en långsiktigt hållbar ekologisk, social och ekonomisk utveckling präglad av ansvarsfull hushållning och varsamt bruk av naturen, samt mänskliga och materiella resurser",
    ],
    "nora/mal/livskvalitet/": [
        "Nora kommun verkar för god livskvalitet för alla boende och verksamma i kommunen kännetecknad av omtanke, delaktighet, god service, meningsfull fritid och möjligheter till livslångt lärande och sysselsättning",
    ],
    "nora/mal/attraktivitet/": [
        "Nora kommun verkar för livskraftigt näringsliv, arbetsmarknad, attraktiva boendemiljöer, goda kommunikationer, rikt utbud av kultur-, fritids- och naturupplevelser samt växande turism året om",
    ],
    "nora/mal/bn-larmiljoer-och-tidiga-insatser/": [
        "Exempel",
        "Andel elever som känner sig trygga",
        "Andelen behöriga till vidare utbildning",
    ],
    "nora/styrmodell/": [
        "10 juni 2020",
        "§ 49",
        "december 2021",
        "årsbokslut",
        "delår",
        "revisorerna",
    ],
}


class _Text(HTMLParser):
    """Visible text of a page's main part, and the addresses that it links to."""

    def __init__(self):
        super().__init__()
        self.words = []
        self.links = []
        self._inside = 0

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._inside += tag == "main"
        if self._inside and tag == "a":
            self.links.append(attributes.get("href", ""))

    def handle_endtag(self, tag):
        self._inside -= tag == "main"

    def handle_data(self, data):
        if self._inside:
            self.words.append(data)


def main_part(site: Path, address: str) -> _Text:
    reader = _Text()
    reader.feed((site / address / "index.html").read_text(encoding="utf-8"))
    return reader


def text_of(reader: _Text) -> str:
    return " ".join("".join(reader.words).split())


def linked(site: Path, address: str) -> set[Path]:
    folder = site / address
    found = main_part(site, address).links
    return {(folder / link.partition("#")[0]).resolve() for link in found if "://" not in link}


@pytest.mark.parametrize(
    ("kommun", "goal", "sentence", "parents"), NODES, ids=lambda value: str(value)[:40]
)
def test_a_goal_says_what_the_document_says_and_stands_in_its_chain(
    built_site, kommun, goal, sentence, parents
):
    page = f"{kommun}/mal/{goal}/"
    assert sentence in text_of(main_part(built_site, page))
    for parent in parents:
        above = f"{kommun}/{parent}/"
        assert (built_site / above).resolve() in linked(built_site, page)
        assert (built_site / page).resolve() in linked(built_site, above)
        assert sentence in text_of(main_part(built_site, above))
    assert sentence in text_of(main_part(built_site, f"{kommun}/malkedja/"))


@pytest.mark.parametrize(("address", "words"), WORDS.items(), ids=WORDS)
def test_what_the_document_states_is_found_on_its_page(built_site, address, words):
    text = text_of(main_part(built_site, address)).replace("\N{NO-BREAK SPACE}", " ")
    # A date may open a line of its own, with a capital letter that the document does not have.
    missing = [word for word in words if word not in text and word.capitalize() not in text]
    assert not missing


@pytest.mark.parametrize("kommun", ["nora", "norberg", "sandviken", "smedjebacken"])
def test_every_page_of_a_real_kommun_says_that_the_kommun_does_not_publish_it(built_site, kommun):
    for page in sorted((built_site / kommun).rglob("index.html")):
        text = " ".join(page.read_text(encoding="utf-8").split())
        assert "Sidorna ges ut av Kommunvision, inte av " in text or "http-equiv" in text, page
