"""From data to HTML: the small Markdown, Jinja macros, pictures and page bodies."""
