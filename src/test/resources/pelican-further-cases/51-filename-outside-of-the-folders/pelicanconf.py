SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
ARTICLE_PATHS=['blog']
PAGE_PATHS=['pages']
STATIC_PATHS=['images']
