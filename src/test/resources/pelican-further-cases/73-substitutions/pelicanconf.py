SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
SLUG_REGEX_SUBSTITUTIONS=[('C\+\+','cpp'),(r'[^\w\s-]',''),(r'\s+','_')]
TAG_REGEX_SUBSTITUTIONS=[(r'[^\w]','')]
CATEGORY_REGEX_SUBSTITUTIONS=[('(?i)x','y'),(r'\s','.')]
AUTHOR_REGEX_SUBSTITUTIONS=[(r'(\w+) (\w+)',r'\2-\1')]
