SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
READERS = {'html': None, 'mkd': None, 'asc': None}
STATIC_PATHS=['extra']
