SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
ARTICLE_PATHS=['blog','one.md']
PAGE_PATHS=['static','about.md']
