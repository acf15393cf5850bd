package godwit.importer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import godwit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  @TempDir Path temporary;

  private String x(String program) throws IOException {
    return String.valueOf(Python.settings(temporary, program.replace("\\n", "\n")).get("X"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X = 1|1",
        "X = Y = 2|2",
        "Y, X = 1, 2|2",
        "(Y, X) = ('a', 'b')|'b'",
        "X: str = 'a'|'a'",
        "Y = 'a'\\nX = Y + 'b'|'ab'",
        "Y = 'a'; X = Y|'a'",
        "X = 'a' \\\\n  'b'|'ab'",
        "X = [1] + [2]|[1, 2]",
        "X = [1]\\nX += [2]|[1, 2]",
        "X = [1]\\nX += (2,)|[1, 2]",
        "X = 'a'\\nX += 'b'|'ab'",
        "X = [1]\\nX.append(2)|[1, 2]",
        "X = [1]\\nX.extend((2, 3))|[1, 2, 3]",
        "Y = [1]\\nY = Y + [2]\\nX = Y + [3]\\nZ = Y + [4]|[1, 2, 3]",
        "Y = [1] + [2]\\nZ = Y + [3]\\nX = Y + [4]|[1, 2, 4]",
        "X = {'a': 1}\\nX['b'] = 2|{'a': 1, 'b': 2}",
        "X = {'a': 1}\\nX.update({'a': 2}, b=3)|{'a': 2, 'b': 3}",
        "X = {'a': 1}\\nX.update({'b': 2})|{'a': 1, 'b': 2}",
        "X = {'a': 1}\\nX.update(b=2)|{'a': 1, 'b': 2}",
        "Y = [1]\\nX = Y\\nY.append(2)|[1, 2]",
        "Y = {'a': {'b': 'c'}}\\nX = Y['a']['b']|'c'",
        "Y = ['a', 'b']\\nX = Y[-1]|'b'",
        "X = dict(b=1, a=2)|{'b': 1, 'a': 2}",
        "X = dict([('a', 1)])|{'a': 1}",
        "X = list(('a', 'b'))|['a', 'b']",
        "X = [*[1, 2], 3]|[1, 2, 3]",
        "X = {**{'a': 1}, 'b': 2}|{'a': 1, 'b': 2}",
        "X = not True|False",
        "X = 'a' if True else 'b'|'a'",
        "X = '' or 'b'|'b'",
        "import os\\nX = os.path.join('a', 'b/', 'c')|'a/b/c'",
        "import os.path as p\\nX = p.join('a', '/b')|'/b'",
        "from os.path import join\\nX = join('a', 'b')|'a/b'",
        "from os import path\\nX = path.dirname('/a/b')|'/a'",
        "if True:\\n  X = 1\\nelse:\\n  X = 2|1",
        "D = False\\nif D: X = 1\\nelif not D: X = 2|2",
        "if __name__ == '__main__':\\n  X = 1\\nX = 3|3",
        "X = 1\\ndef f():\\n  X = 2|1",
        "X = 1\\nclass A:\\n  X = 2|1",
        "X = 1\\nlambda: 3|1",
        "X = f'a{{b}}'|'a{b}'",
        "X = ('a'\\n# c\\n  'b')|'ab'",
        "X = 1 # c|1",
        "match = 1\\nX = match|1",
        "X = 1\\ndel X\\nX = 2|2",
        "'doc'\\nX = 1|1",
        "X = 1\\nif True: pass|1",
        "X = [i for i in (1, 2) if i]|<is made by a comprehension>",
        "X = {i: j for i, j in a}|{<is made by a comprehension>: <is made by a comprehension>}",
        "X = 1 if {i: j for i, j in a} else 2|<is made by a comprehension>",
        "X = {'a': 1}\\nX.update({i: j for i, j in a})"
            + "|{'a': 1, <is made by a comprehension>: <is made by a comprehension>}",
        "X = {i: j for i, j in a}\\nX['b'] = 2"
            + "|{<is made by a comprehension>: <is made by a comprehension>, 'b': 2}",
        "X = {'a': 1}\\n"
            + "X.update(f())|{'a': 1, <is made by a call of f()>: <is made by a call of f()>}",
        "Y = {'a': 1}\\nY.update(f())\\nX = Y['a']|<is made by a call of f()>",
        "X = {'a': 1}\\nX[f()] = 2|{'a': 1, <is made by a call of f()>: 2}",
        "X = {'a': 1}\\nfor i in y:\\n  X[i] = 2"
            + "|{'a': 1, <is added below 'for', which may be run or not>:"
            + " <is added below 'for', which may be run or not>}",
        "X = Y = {}\\nif y:\\n  Y.update(a=1)"
            + "|{<is added below 'if', which may be run or not>:"
            + " <is added below 'if', which may be run or not>}",
        "X = {'a': 1}\\nif y:\\n  X.clear()|<is set below 'if', which may be run or not>",
        "X = [1]\\nif y:\\n  X += [2]|[1, <is added below 'if', which may be run or not>]",
        "X = [1]\\nif y:\\n  X[0] = 2|<is set below 'if', which may be run or not>",
        "X = date.today().year|<is made by a call of date.today()>",
        "from datetime import date\\nX = date.today()|<is made by a call of datetime.date.today()>",
        "Y = 'a'\\nX = f'{Y}/{{slug}}'|'a/{slug}'",
        "Y = 3\\nX = f'{Y}' 'b' F\"{Y}c\"|'3b3c'",
        "Y = 'a'\\nX = rf'\\d{Y}\\t'|'\\\\da\\\\t'",
        "Y = 'a'\\nX = f'\\t{Y}'|'\\u0009a'",
        "Y = f()\\nX = f'{Y}/a'|<is made by a call of f()>",
        "X = f'{Y}/a'|<is an f-string with fields>",
        "Y = 'a'\\nX = f'{Y!r}/a'|<is an f-string with fields>",
        "Y = 'a'\\nX = f'{Y:>3}/a'|<is an f-string with fields>",
        "Y = 'a'\\nX = f'{Y + Y}/a'|<is an f-string with fields>",
        "Y = [1]\\nX = f'{Y}/a'|<is an f-string with fields>",
        "DASH = 'a'\\nX = f'\\N{DASH}'|<is an f-string with fields>",
        "Y = 'a'\\nX = f'{Y}\\x1'|<is an f-string with fields>",
        "X = f'{Y['a']}/a'|<is an f-string with fields>",
        "X = '%s/x' % 'a'|'a/x'",
        "Y = 'a'\\nX = '%s-%d%%' % (Y, 3)|'a-3%'",
        "X = 'a' + '/%s' % 'b' + 'c'|'a/bc'",
        "X = '%s' % 'a' % ()|'a'",
        "X = '%d' % 'a'|<is made with the operator '%'>",
        "X = '%s %s' % 'a'|<is made with the operator '%'>",
        "X = '%s' % ('a', 'b')|<is made with the operator '%'>",
        "X = '%(a)s' % {'a': 'b'}|<is made with the operator '%'>",
        "X = '%5s' % 'a'|<is made with the operator '%'>",
        "X = '%s' % [1]|<is made with the operator '%'>",
        "X = '%' % 'a'|<is made with the operator '%'>",
        "X = 5 % 3|<is made with the operator '%'>",
        "X = '%s' % Y|<refers to 'Y', which has no value here>",
        "X = '{}/x'.format(1)|'1/x'",
        "Y = '{0}-{b}/{{c}}'\\nX = Y.format('a', b='b')|'a-b/{c}'",
        "X = '{}{}'.format('a', 'b', 'c')|'ab'",
        "X = '{}{0}'.format('a')|<is made by a call>",
        "X = '{1}'.format('a')|<is made by a call>",
        "X = '{:>3}'.format('a')|<is made by a call>",
        "X = '{a.b}'.format(a='a')|<is made by a call>",
        "X = '}'.format('a')|<is made by a call>",
        "X = '{a}'.format(a=Y)|<refers to 'Y', which has no value here>",
        "X = '{}'.format(*Y)|<refers to 'Y', which has no value here>",
        "X = '/'.join(['a', 'b'])|'a/b'",
        "X = ''.join(('a', 'b'))|'ab'",
        "X = '/'.join([1])|<is made by a call>",
        "X = '/'.join(a for a in Y)|<refers to 'a', which has no value here>",
        "X = 'https://e.org//'.rstrip('/')|'https://e.org'",
        "X = '/a/'.strip('/')|'a'",
        "X = 'abca'.lstrip('ba')|'ca'",
        "X = ' a \\t'.strip()|'a'",
        "X = ' a '.strip(None).lower()|'a'",
        "Y = 'A.html'\\nX = Y.replace('.html', '/').lower()|'a/'",
        "X = 'a'.replace('', 'b')|<is made by a call>",
        "X = 'aa'.replace('a', 'b', 1)|<is made by a call>",
        "Y = 'a'\\nX = Y.title()|<is made by a call of Y.title()>",
        "import os\\nX = os.environ.get('A', 'b')|'b'",
        "from os import environ as e, getenv\\nX = e.get('A', '') + getenv('A', default='b')|'b'",
        "import os\\nX = os.getenv('A', Y)|<refers to 'Y', which has no value here>",
        "X = Y|<refers to 'Y', which has no value here>",
        "X = lambda a: a|<is a function>",
        "X = 'a'[1:]|<is a part of another value>",
        "X = 1 if y else 2|<refers to 'y', which has no value here>",
        "import os\\nX = os.environ['A']|<is imported: os>",
        "import os\\nX = os.environ.get('A')|<is made by a call of os.environ.get()>",
        "X = [1]\\nX.sort()|<is changed by a call>",
        "X = [1]\\nX[0] = 2|<is changed in one of its parts>",
        "X = 1\\nif y: X = 2|<is set below 'if', which may be run or not>",
        "X = 1\\nif y:\\n  pass\\nelse:\\n  X = 2|<is set below 'if', which may be run or not>",
        "X = 1\\nfor i in []:\\n  X = 2|<is set below 'for', which may be run or not>",
        "try:\\n  X = 2\\nexcept E: pass|<is set below 'try', which may be run or not>",
        "try: pass\\n"
            + "except (E, F) as e:\\n"
            + "  X, Y = 1, 2|<is set below 'except', which may be run or not>",
        "with open('a') as f:\\n  if f:\\n    X = 1|<is set below 'with', which may be run or not>",
        "X = [1]\\nwhile y:\\n  X.append(2)|[1, <is added below 'while', which may be run or not>]",
        "match y:\\n  case 1:\\n    X = 2|<is set below 'match', which may be run or not>",
        "X = ...|<is '...'>",
        "X = 1j|<is a complex number>",
        "from settings import X|<is imported from 'settings'>"
      })
  void knowsWhatAProgramAssigns(String program, String value) throws IOException {
    assertThat(x(program)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X = Hello world|1:11|this is not Python: 'world' stands here",
        "print 'a'|1:7|this is not Python: a string stands here",
        "X = 'a|1:5|the string is not closed",
        "X = '''a\\nb|1:5|the string is not closed",
        "X = (1,|1:5|'(' is not closed",
        "X = [1)|1:7|')' does not close the '[' of line 1",
        "X = 1)|1:6|')' closes nothing",
        "X = 'a'\\n  Y = 1|2:3|this is not Python: a deeper indentation stands here",
        "if x:\\nX = 1|2:1|this is not Python: 'X' stands here",
        "if x:\\n    X = 1\\n  Y = 2|3:3|the indentation is that of no block around it",
        "X = 1 $ 2|1:7|'$' is no part of Python",
        "X = 01|1:5|'01' begins with 0",
        "X = 1a|1:5|'1a…' is no number",
        "X = '\\x1'|1:6|\\x wants 2 hexadecimal digits",
        "'a' = 1|1:1|a string cannot be given a value",
        "X = = 1|1:5|this is not Python: '=' stands here",
        "X = 1 if 2|1:11|this is not Python: the end of the line stands here",
        "<html>|1:1|this is not Python: '<' stands here",
        "[site]\\ntitle = a b|2:11|this is not Python: 'b' stands here",
        "def|1:4|this is not Python: the end of the line stands here",
        "from x import|1:14|this is not Python: the end of the line stands here"
      })
  void saysWhereAProgramIsWrong(String program, String place, String message) throws IOException {
    assertThat(Python.settings(temporary, program.replace("\\n", "\n")).get("error"))
        .startsWith("conf.py:" + place + ": error[import-syntax]: " + message);
  }

  @Test
  void readsModulesOfTheDirectory() throws IOException {
    Files.createDirectory(temporary.resolve("conf"));
    Files.writeString(temporary.resolve("base.py"), "A = 1\n_B = 2\nc = 'd'\nX = ['a']\n");
    Files.writeString(temporary.resolve("conf/more.py"), "M = 4\n");

    assertThat(Python.settings(temporary, "from base import *\nC = c\nD = _B\nX += ['b']\n"))
        .hasToString("{A=1, X=['a', 'b'], C='d', D=<refers to '_B', which has no value here>}");
    assertThat(Python.settings(temporary, "from conf.more import M as N\nfrom .base import (A,)\n"))
        .hasToString("{N=4, A=1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from elsewhere import *",
        "try:\n  from local import *\nexcept ImportError: pass",
        "exec(open('a').read())",
        "globals().update(A=1)",
        "with open('a.json') as f: globals().update(f)",
        "for k in ['A']: globals()[k] = 1",
        "if f(): exec('A = 1')",
        "try:\n  globals()['A'] = 1\nexcept KeyError: pass"
      })
  void tellsWhereNamesMayHaveComeFrom(String program) throws IOException, PythonException {
    Files.writeString(temporary.resolve("conf.py"), "X = 1\n" + program + "\n");
    ModuleReader modules = new ModuleReader(temporary);

    assertThat(modules.settings("conf.py")).containsOnlyKeys("X");
    assertThat(modules.notes())
        .extracting(Diagnostic::code, note -> note.position().line())
        .containsExactly(tuple("import-unread", program.startsWith("try") ? 3 : 2));
  }

  @Test
  void findsACircleOfImports() throws IOException {
    Files.writeString(temporary.resolve("a.py"), "from b import *\n");
    Files.writeString(temporary.resolve("b.py"), "A = 1\nfrom a import *\n");

    assertThat(Python.settings(temporary, "from a import *\n"))
        .hasToString(
            "{error=b.py:2:1: error[import-circular]: the files import each other in a circle:"
                + " a.py, b.py, a.py\n  hint: take this import out}");
  }

  @Test
  void readsOtherEncodingsThatAreDeclared() throws IOException, PythonException {
    Files.write(
        temporary.resolve("conf.py"),
        "# -*- coding: latin-1 -*-\nX = 'é'\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new ModuleReader(temporary).settings("conf.py").get("X"))
        .extracting(Assignment::value)
        .extracting(PythonValue::shown)
        .isEqualTo("'\\u00e9'");
    assertThat(Python.settings(temporary, "\uFEFFX = 1\r\nY = 2\r")).hasToString("{X=1, Y=2}");
    assertThat(Python.settings(temporary, "# coding: klingon\n").get("error"))
        .startsWith("conf.py:1: error[import-encoding]: unknown encoding 'klingon'");
  }

  @Test
  void relativeImportsStartFromTheFilesFolder() throws IOException {
    Files.createDirectories(temporary.resolve("pkg/deep"));
    Files.writeString(temporary.resolve("pkg/__init__.py"), "from .base import *\n");
    Files.writeString(temporary.resolve("pkg/base.py"), "from .deep.most import X\n");
    Files.writeString(temporary.resolve("pkg/deep/most.py"), "from ..other import X\n");
    Files.writeString(temporary.resolve("pkg/other.py"), "X = 'right'\n");
    Files.writeString(temporary.resolve("other.py"), "X = 'wrong'\n");
    Files.writeString(temporary.resolve("base.py"), "X = 'wrong'\n");

    assertThat(x("from pkg import *")).isEqualTo("'right'");
    assertThat(x("from .other import *")).isEqualTo("'wrong'");
  }

  @Test
  void whatAFunctionMaySetIsNotKnown() throws IOException {
    assertThat(x("X = 1\ndef f():\n  global X, Y\n  X = 2\nf()"))
        .contains("may be set by a function");
    assertThat(x("X = 1\ndef f():\n  X = 2\nf()")).isEqualTo("1");
  }
}
