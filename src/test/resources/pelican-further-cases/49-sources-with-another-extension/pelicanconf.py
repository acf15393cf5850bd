SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
OUTPUT_SOURCES=True
OUTPUT_SOURCES_EXTENSION='.txt'
ARTICLE_URL='{slug}/'
ARTICLE_SAVE_AS='{slug}/index.html'
