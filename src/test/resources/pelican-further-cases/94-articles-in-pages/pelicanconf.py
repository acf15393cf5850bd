SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
PAGE_PATHS=['docs']
ARTICLE_PATHS=['docs/blog','news']
