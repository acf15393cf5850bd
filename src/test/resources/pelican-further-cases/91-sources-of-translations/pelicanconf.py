SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
OUTPUT_SOURCES=True
ARTICLE_LANG_SAVE_AS='{lang}/{slug}.html'
ARTICLE_LANG_URL='{lang}/{slug}.html'
OUTPUT_SOURCES_EXTENSION='.md'
