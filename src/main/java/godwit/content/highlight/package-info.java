/// Colours source code when the site is built, so that a page needs no script for it.
///
/// Start with [Highlighter]. A [Language] has names and a [Lexer]; a lexer gives pieces of a line a
/// [TokenClass]; [SpanWriter] turns them into HTML. Most lexers are rsyntaxtextarea's
/// `TokenMaker`s, made in [TokenMakers]: of Swing they use a text segment and nothing that draws.
/// Nothing else in Godwit may use that library.
///
/// The classes are the contract with a theme's style sheet (`assets/css/highlight.css`):
///
/// | class | on |
/// |---|---|
/// | `k` | a keyword |
/// | `t` | a built-in or well-known type |
/// | `f` | a built-in or well-known function |
/// | `v` | a variable |
/// | `a` | an annotation, an attribute's name |
/// | `g` | a tag with its brackets, a heading, a section |
/// | `s` | a string, a character, an attribute's value |
/// | `r` | a regular expression |
/// | `n` | a number, a truth value, a character entity |
/// | `c` | a comment |
/// | `o` | an operator |
/// | `p` | a directive, a processing instruction, a document type, a prompt, a diff's header |
/// | `e` | what the language does not allow |
/// | `i` | a line that a diff inserts |
/// | `d` | a line that a diff deletes |
///
/// White space, names, brackets and plain text have no span.
@NullMarked
package godwit.content.highlight;

import org.jspecify.annotations.NullMarked;
