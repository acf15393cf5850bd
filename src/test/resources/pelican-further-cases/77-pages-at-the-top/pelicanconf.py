SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
PAGE_URL='{slug}/'
PAGE_SAVE_AS='{slug}/index.html'
PAGE_PATHS=['']
ARTICLE_PATHS=['blog']
