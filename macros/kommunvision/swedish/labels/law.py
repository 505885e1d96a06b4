"""The words of the pages that the law asks for: the statement on accessibility, about the site.

The headings of the statement and the sentences on compliance are fixed by Digg, the authority that
supervises the law (MDFFS 2019:2), and stand here word for word. The rest is our own.
"""

from __future__ import annotations

from typing import Final

LAW: Final[dict[str, str]] = {
    # The statement: its headings in the order that Digg has given them.
    "statement_heading": "Tillgänglighet för {service}",
    "statement_how": "Hur tillgänglig är webbplatsen?",
    "statement_help": "Vad kan du göra om du inte kan använda delar av webbplatsen?",
    "statement_report": "Rapportera brister i webbplatsens tillgänglighet",
    "statement_supervision": "Tillsyn",
    "statement_technical": "Teknisk information om webbplatsens tillgänglighet",
    "statement_content": "Innehåll som inte är tillgängligt",
    "statement_shortcomings": "Bristande förenlighet med lagkraven",
    "statement_burdensome": "Oskäligt betungande anpassning",
    "statement_exempt": "Innehåll som inte omfattas av lagen",
    "statement_tested": "Hur vi testat webbplatsen",
    # The sentences on compliance.
    "compliance_full": (
        "Den här webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig "
        "service."
    ),
    "compliance_partial": (
        "Den här webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig "
        "service, på grund av de brister som beskrivs nedan."
    ),
    "compliance_none": (
        "Den här webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig "
        "service. Otillgängliga delar beskrivs nedan."
    ),
    # Digg's situations of use, in its order.
    "situation_without_vision": "Problem vid användning utan synförmåga",
    "situation_limited_vision": "Problem vid användning med nedsatt syn",
    "situation_colour_vision": "Problem vid användning med nedsatt färgseende",
    "situation_without_hearing": "Problem vid användning utan hörsel",
    "situation_limited_hearing": "Problem vid användning med nedsatt hörsel",
    "situation_without_voice": "Problem vid användning utan röstförmåga",
    "situation_fine_motor": "Problem vid användning med nedsatt finmotorik eller styrka",
    "situation_mobility": "Problem vid användning med nedsatt rörlighet",
    "situation_flicker": "Problem vid användning vid känslighet för flimmer",
    "situation_cognition": "Problem vid användning vid kognitiv nedsättning",
    # What we say under the headings.
    "statement_description": (
        "{service}: hur tillgänglig webbplatsen är och hur du rapporterar brister."
    ),
    "shared_pages": "kommunernas gemensamma sidor",
    "statement_aim": "{publisher} svarar för webbplatsen. Målet är att alla ska kunna använda den.",
    "how_full": "Vi känner inte till några brister.",
    "how_partial": "Delar av webbplatsen är inte tillgängliga för alla. {link}",
    "how_none": "Webbplatsen är inte tillgänglig för alla. {link}",
    "to_shortcomings": "Läs om det som inte är tillgängligt.",
    "not_assessed": (
        "Tillgängligheten har inte bedömts. Därför går det inte att säga hur tillgänglig "
        "webbplatsen är."
    ),
    "not_assessed_published": (
        "{publisher} ger ut sidorna, inte {kommun}. Ingen utomstående har bedömt tillgängligheten. "
        "Därför går det inte att säga hur tillgänglig webbplatsen är."
    ),
    "statements_of": "Varje kommuns sidor har en egen redogörelse:",
    "help_ask": (
        "Säg till vilket innehåll du behöver, och i vilken form. Använd {form}. Du kan också höra "
        "av dig på något av de andra sätten under nästa rubrik."
    ),
    "help_request": (
        "Du kan också begära att få innehåll som är undantaget från kraven i en form som du kan "
        "använda. Är begäran berättigad och rimlig ska du få det utan onödigt dröjsmål. Blir "
        "svaret nej kan du få ett skriftligt beslut med skälen."
    ),
    "help_ask_publisher": (
        "Säg till vilket innehåll du behöver, och i vilken form. Under nästa rubrik står vem du "
        "kan vända dig till."
    ),
    "the_form": "formuläret för tillgänglighet",
    "report_here": (
        "Har du hittat en brist som inte står på sidan, eller tycker du att vi inte följer lagen? "
        "Berätta det i {form}. Ditt meddelande ska besvaras så snart som möjligt."
    ),
    "report_otherwise": "Du kan också höra av dig så här:",
    "report_contact": "Det finns inget formulär för att rapportera brister. Hör av dig så här:",
    "report_publisher": (
        "Det finns inget formulär för att rapportera brister. Vänd dig till {publisher}, som ger "
        "ut sidorna."
    ),
    "report_nobody": (
        "Det finns inget formulär för att rapportera brister, och ingen kontakt är angiven. Vänd "
        "dig till {publisher}, som ger ut sidorna."
    ),
    "report_shared": (
        "Det finns inget formulär för att rapportera brister. På sidan {about} står vem som ger ut "
        "sidorna."
    ),
    "supervision": (
        "Digg, Myndigheten för digital förvaltning, har tillsyn över lagen om tillgänglighet till "
        "digital offentlig service. Är du inte nöjd med hur dina synpunkter har tagits emot kan "
        "du {link}."
    ),
    "supervision_link": "anmäla det till Digg",
    "technical_not_assessed": (
        "Ingen har bedömt om webbplatsen uppfyller lagen om tillgänglighet till digital offentlig "
        "service."
    ),
    "content_known": "Här står det som vi känner till.",
    "content_none": "Vi känner inte till något innehåll som inte är tillgängligt.",
    "content_not_assessed": "Ingen har undersökt vilket innehåll som har brister.",
    "burdensome_intro": (
        "Vi bedömer att det är oskäligt betungande att anpassa det här innehållet, enligt 12 § i "
        "lagen."
    ),
    "exempt_intro": "Det här innehållet är undantaget enligt lagen.",
    "mended": "Åtgärdas: {when}",
    "method_self": "Vi har själva testat webbplatsen.",
    "method_external": "Någon utanför organisationen har granskat webbplatsen.",
    "method_both": (
        "Vi har själva testat webbplatsen, och någon utanför organisationen har granskat den."
    ),
    "method_estimate": "Vi har uppskattat tillgängligheten. Webbplatsen är inte granskad.",
    "assessed_on": "Senaste bedömningen: {date}.",
    "updated_on": "Redogörelsen uppdaterades senast: {date}.",
    "tested_not_assessed": "Ingen har redovisat något test av webbplatsens tillgänglighet.",
    "statement_from": "Uppgifterna om tillgängligheten kommer från {publisher}.",
    "statement_from_nobody": (
        "Kommunvision har skrivit sidan, eftersom det inte finns någon redogörelse."
    ),
    # About the site.
    "about_heading": "Om webbplatsen",
    "about_description": "{service}: vem som ger ut sidorna och hur personuppgifter behandlas.",
    "about_publisher": "Vem ger ut sidorna?",
    "about_own": "{kommun} ger ut sidorna.",
    "about_published": "{publisher} ger ut sidorna, inte {kommun}.",
    "about_shared": "Vem som ger ut sidorna om varje kommun står på de här sidorna:",
    "about_link": "Om sidorna för {kommun}",
    "about_what": "Vad är det här?",
    "about_what_text": (
        "Här kan du läsa vilka visioner och mål som finns i {kommun}, och hur målen hänger ihop."
    ),
    "about_what_text_goals": (
        "Här kan du läsa vilka mål som finns i {kommun}, och hur de hänger ihop."
    ),
    "about_what_text_vision": "Här kan du läsa visionen för {kommun}.",
    "about_what_from": (
        "Uppgifterna kommer från dokument och beslut. Längst ned på varje sida står vilka. Säger "
        "ett dokument inte vem som har beslutat, eller när, står det också."
    ),
    "about_what_shared": (
        "Här kan du läsa kommuners visioner och mål, och jämföra mål om samma ämne. Uppgifterna "
        "kommer från kommunernas dokument och beslut. På varje måls egen sida står vilka."
    ),
    "about_made_with": "Sidorna är gjorda med programmet Kommunvision.",
    "about_errors": "Har du hittat ett fel?",
    "about_errors_text": (
        "Hör av dig till den som ger ut sidorna. Berätta vilken sida det gäller och vad som är fel."
    ),
    "about_errors_document": (
        "Står felet redan i ett dokument som sidan bygger på är det den som har gett ut dokumentet "
        "som kan rätta det."
    ),
    "about_language": "Språk",
    "about_language_text": (
        "Sidorna är på svenska. De är inte översatta till andra språk, och de finns inte på "
        "teckenspråk eller som lättläst text. Citat återges som de står i dokumenten."
    ),
    "about_language_some": (
        "Sidorna är på svenska. De finns inte på teckenspråk. Citat återges som de står i "
        "dokumenten. En del kan du också läsa så här:"
    ),
    "about_language_easy": "Lättläst",
    "about_language_in": "På {language}",
    "about_language_shared": (
        "De gemensamma sidorna är på svenska. De är inte översatta till andra språk, och de finns "
        "inte på teckenspråk eller som lättläst text. Kommunernas egna sidor kan finnas på fler "
        "språk."
    ),
    "about_data": "Behandling av personuppgifter",
    "about_data_intro": "Det gäller dig som besöker sidorna, och personer som sidorna nämner.",
    "about_data_site": "Vad webbplatsen sparar om dig",
    "about_data_site_text": (
        "Ingenting. Webbplatsen har inga kakor och mäter inte besök. Du kan välja ljust eller "
        "mörkt utseende längst ned på sidan. Då sparas valet i din egen webbläsare, och bara där. "
        "Det försvinner när du väljer Automatiskt igen."
    ),
    "about_data_server": "Vad servern sparar",
    "about_data_server_text": (
        "Servern som sidorna ligger på kan spara uppgifter om besök, till exempel ip-adress och "
        "tidpunkt. Vad som sparas, och hur länge, bestämmer den som driver servern. Den som ger "
        "ut sidorna kan svara på hur det är."
    ),
    "about_data_named": "Personer som namnges",
    "about_data_named_text": (
        "Sidorna kan namnge personer som ett dokument nämner som förtroendevalda eller i tjänsten, "
        "till exempel den som citeras. Namnen står med för att du ska se vem som har sagt eller "
        "beslutat något."
    ),
    "about_data_rights": (
        "Vill du veta vilka uppgifter om dig som finns på sidorna, eller få dem rättade eller "
        "borttagna? Hör av dig till den som ger ut sidorna."
    ),
    "about_accessibility": "Tillgänglighet",
    "about_from": "Kommunvision har skrivit sidan utifrån uppgifterna om vem som ger ut sidorna.",
}
