SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'EST'
DEFAULT_LANG = 'en'
DEFAULT_PAGINATION = 2
PAGINATED_TEMPLATES = {'index': 0, 'archives': False, 'tag': '', 'category': None}
