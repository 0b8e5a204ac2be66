"""What the robots of search engines are told: read everything, and where the map of the site is."""

from __future__ import annotations


def files(site: str = "") -> dict[str, str]:
    """Return address → content. ``site`` is the site's address: the map is named in full or not at all."""
    lines = ["User-agent: *", "Allow: /"]
    if site:
        lines += ["", f"Sitemap: {site.rstrip('/')}/sitemap.xml"]
    return {"robots.txt": "\n".join(lines) + "\n"}
