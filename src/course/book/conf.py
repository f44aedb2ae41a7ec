"""How Sphinx makes the book: stored outputs, one theme, nothing from another server."""

project = "airlab: APIs and databases"
html_title = project
language = "en"

extensions = ["myst_nb"]
nb_execution_mode = "off"
nb_merge_streams = True
nb_number_source_lines = False
myst_heading_anchors = 3
# The bundles of charts name a media type that only JupyterLab draws; and lessons shorten JSON with three dots.
suppress_warnings = ["mystnb.unknown_mime_type", "mystnb.mime_priority", "misc.highlighting_failure"]

html_theme = "furo"
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_static_path = ["_static"]
html_css_files = ["book.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
# A page that is opened from disk may not read the others, which the lines below a search result need.
html_show_search_summary = False
