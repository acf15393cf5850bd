SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
ARTICLE_EXCLUDES=['extra']
STATIC_PATHS=['extra']
