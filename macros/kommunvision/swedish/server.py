"""What stands in the files for servers, for whoever runs one to read."""

from __future__ import annotations

SERVER: dict[str, str] = {
    "made": (
        "Filen är gjord av kommunvision build. Ändra den inte här: nästa bygge skriver över den."
    ),
    "handbook": "Handboken beskriver hur den används, på sidan Egen webbserver.",
    # nginx
    "nginx_copy": (
        "Kopiera filen till /etc/nginx/conf.d/ (eller sites-enabled) en gång och ändra kopian: "
        "sökvägen {root} på alla ställen, värdnamnet och certifikatet. Listorna i mappen .server/ "
        "läses där de ligger, så att de följer med varje publicering."
    ),
    "nginx_link": (
        "Mappen kan vara en länk som byts vid publicering, som current. Slå då inte på "
        "open_file_cache: nginx skulle fortsätta läsa den gamla mappen en stund."
    ),
    "nginx_base": (
        "Webbplatsen har en egen sökväg, {base}. Mappen {root} är därför mappen ovanför, och i den "
        "ska webbplatsen ligga på just den sökvägen, gärna som en länk."
    ),
    "nginx_reload": (
        "Listorna läses när nginx laddas om: nginx -s reload. Tills dess leder en ny gammal adress "
        "ändå vidare, genom sidan som ligger där."
    ),
    "nginx_hash": (
        "Utrymme för långa adresser. Står raderna redan i nginx.conf tar du bort dem här."
    ),
    "nginx_kind": "Vilket slags svar en adress ger.",
    "nginx_embedders": "Vem som får visa det inbäddade i en ram, för var och en av kommunerna.",
    "nginx_policy": "Vad en sida får hämta och köra, och var den får visas.",
    "nginx_cache": "Hur länge webbläsaren får spara filen.",
    "nginx_old": "Adresser som har flyttat, och sidor som är borttagna.",
    "nginx_to_https": "Den som kommer utan kryptering skickas vidare.",
    "nginx_proxy": (
        "Har servern en lastbalanserare framför sig som sköter certifikatet tar du bort det här "
        "blocket, låter nästa lyssna på port 80 och tar bort raderna om certifikat."
    ),
    "nginx_brotli": "Behöver paketet libnginx-mod-http-brotli-static. Ta då bort tecknet #.",
    "hidden": "Det som är till för servrar visas inte för besökare.",
    "kept": (
        "En sida som hämtades före en publicering kan be om en stilmall som inte finns längre. "
        "Den får den som gäller nu."
    ),
    # HSTS, for all servers
    "hsts": (
        "Webbläsaren minns i ett år att den här värden bara nås med https. Vill du att det ska "
        "gälla alla kommunens underdomäner lägger du till includeSubDomains, men först när du vet "
        "att var och en av dem klarar https."
    ),
    # Apache
    "apache_needs": (
        "Behöver modulerna alias, dir, headers, mime och rewrite, och AllowOverride All för mappen."
    ),
    "apache_compressed": "Komprimerade filer som ligger bredvid skickas till den som kan läsa dem.",
    "moved": "Sidan har flyttat.",
    "gone": "Sidan är borttagen. Det som ligger här säger varför.",
    "search": "Sökningen hämtar sitt register.",
    "editor": "Formulären skriver egna stilar, och frågar bara den plats där de sparar.",
    "embedding": "Sidorna visar i en ram hur det inbäddade ser ut.",
    "embeds": "Det som andra webbplatser visar.",
    # IIS
    "iis_gone": "Sidan är borttagen. Besökaren får 410.html.",
    "iis_needs": "Behöver modulen URL Rewrite. Innehållet kan komprimeras av IIS självt.",
    # _headers and _redirects
    "hosts_which": (
        "För webbhotell som läser _headers och _redirects, till exempel Netlify och "
        "Cloudflare Pages."
    ),
    "hosts_add": (
        "Passar flera regler på en adress läggs de ihop där, och en policy kan då bara bli "
        "strängare. Därför har alla sidor här rätt till det som sökningen och förhandsvisningarna "
        "behöver. Hur länge filer sparas bestämmer webbhotellet, utom för dem som aldrig ändras."
    ),
    "redirects_most": (
        "Högst {most} rader, för fler läser inte alla webbhotell. Övriga gamla adresser leder "
        "vidare genom sidorna som ligger där."
    ),
    "redirects_gone": (
        "Borttagna sidor svarar 200 här, eftersom filen inte kan säga 410. Sidorna själva säger "
        "att de är borttagna."
    ),
}
"""By key; ``{root}`` and the like are filled in."""


def comment(key: str, **details: object) -> str:
    """Return one comment, without the sign that makes it one."""
    return SERVER[key].format(**details)
