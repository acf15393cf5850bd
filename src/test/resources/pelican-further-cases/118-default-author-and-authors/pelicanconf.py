SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_METADATA={'author':'Default'}
ARTICLE_URL='{author}/{slug}.html'
ARTICLE_SAVE_AS='{author}/{slug}.html'
