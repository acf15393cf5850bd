SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
PAGE_PATHS=['pages']
PAGE_EXCLUDES=['pages/a']
ARTICLE_PATHS=['','pages/a/b']
