SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
AUTHOR = 'Default Author'
PAGINATED_TEMPLATES = {'index': None, 'archives': 20}
PAGINATION_PATTERNS = [(1, '{name}-all{extension}', '{name}-all{extension}'), (2, '{name}-{number}{extension}', '{name}-{number}{extension}')]
# Made with a theme that has no pages of categories and the like.
