"""The macros of a page, for MkDocs and for Zensical: its tables and lists of links stand on its top."""

from html import escape


def define_env(env):
    """Offer the macros."""

    @env.macro
    def table(number):
        data = env.page.meta["tables"][number]
        caption = f"<caption>{escape(data['caption'])}</caption>" if data["caption"] else ""
        heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in data["columns"])
        rows = "\n".join(
            f"<tr>{''.join(f'<td>{linked(one)}</td>' for one in row)}</tr>" for row in data["rows"]
        )
        head = f"<thead><tr>{heads}</tr></thead>" if heads else ""
        return f"<table>{caption}{head}\n<tbody>\n{rows}\n</tbody></table>"

    @env.macro
    def links(number):
        return listed(env.page.meta["lists"][number])


def listed(items):
    lines = (
        f"<li>{escape(one.get('before', ''))} {linked(one)} {escape(one.get('after', ''))}"
        f"{listed(one['items']) if 'items' in one else ''}</li>"
        for one in items
    )
    return "\n".join(["<ul>", *lines, "</ul>"])


def linked(one):
    text = escape(one["text"])
    return f'<a href="{escape(one["url"])}">{text}</a>' if "url" in one else text
