const { raw } = String;

/** Scripts that a splitter gets wrong more easily than right, by what they try. */
export const POSTGRES_SCRIPTS: Record<string, Record<string, string>> = {
  statements: {
    'one, ended': 'select 1;',
    'one, not ended': 'select 1',
    'two on a line': 'select 1;select 2;',
    'last one not ended, with blanks behind it': 'select 1;\nselect 2  \n \t\n',
    'over several lines': 'select\n  1,\n\n\t2\n;\n',
    'with the delimiter on a line of its own': 'select 1\n;\nselect 2\n;',
    'blank ones': ';;\n ; \n;select 1;;;\n',
    'nothing at all': '',
    'blanks only': ' \n\t\n\f\r \n',
    'a lone carriage return': 'select 1,\r2;\rselect 3;\r',
    'no blank behind the keyword': `select'a';select"a";select(1);`,
    'letters beyond ASCII': `select é;select "日本語";select '😀;';select 1 as né\n;`,
    'ends in a letter beyond ASCII': 'select 1 as é',
    'no-break spaces are not blank': '\u00a0;select 1\u00a0;\u3000',
    'a byte order mark': '\ufeffselect 1;select 2;',
    'numbers and operators':
      "select 1-1, 2*3/4, 5%6, a->'b;', c#>>'{d;}', -1, 1.5e3, .5, 1..2, @-8, a<>b, a::int;",
    'what looks like variables': `select :a, b[1:2], :'c;', :"d;", e::int, f := 1;select 2;`,
  },
  strings: {
    'a delimiter inside': `select 'a;b', "c;d";select 2;`,
    'doubled quotes': `select 'it''s; a', "say ""x;"" ";select 2;`,
    'no escape in a standard string': raw`select 'a\';select 'b\\';select 2;`,
    'escapes behind E': raw`select E'a\'b;', e'\\';select E'\\\';';select 2;`,
    'doubled quotes behind E': raw`select E'a''b;\'';select E'''';select 2;`,
    'special escapes':
      "select E'\\x', E'\\u00', E'\\1', E'\\x2', E'\\b;\\'';select 2;",
    'E at the end of a name': raw`select type'a\';select nE'b\';select 2;`,
    'E behind a digit or a dollar': raw`select a1E'b\';select c$E'd\';select 2;`,
    'E behind an operator': raw`select 1=E'b\';',(E'c\';'),a.E'\';';select 2;`,
    'E with a blank': raw`select E 'a\';select 2;`,
    'E behind a quote': raw`select "a"E'b\';','c'E'd\';';select 2;`,
    'E first': raw`E'a\';b';select 2;`,
    'other prefixes': raw`select N'a\';select B'0;1', X'2;f';select U&'\00e9;', u&"\00e9;" uescape '!';select 2;`,
    'comments inside': `select '/* ;', '-- ;', "*/;", "--;";select 2;`,
    'over lines': `select 'a\nb;\n\nc', "d\n;\n\n", E'e\\\n;';select 2;`,
    'CRLF inside': `select 'a\r\nb;\r\n\r\n';select 2;`,
    'a psql command inside': raw`select '\g', "\connect x", $$\q$$;select 2;`,
    'a psql command on a line inside': "select '\n\\q\n';select 2;",
    'left open': `select 'a;\nselect 2;\n-- x\n`,
    'an identifier left open': 'select "a;\nselect 2;\n',
    'with escapes left open': "select E'a;\\",
    'adjacent ones': `select 'a' 'b;' "c" 'd'';';select 2;`,
    'continued ones': `select 'a'\n'b;'\n  'c';select 2;`,
    'continued with escapes, behind a carriage return': raw`select E'a'${'\r'}'b\';c';select 2;`,
    'not continued on the same line': raw`select E'a' 'b\';select 2;`,
    'empty ones': `select '', "", E'';select '';;select ''';';`,
    'one that begins the statement': `'a;b';"c;d";$$e;f$$;select 2;`,
  },
  'dollar quotes': {
    'without a tag': 'select $$a;b$$;select 2;',
    'with a tag': 'select $a$b;$$;$b$;$a$;select 2;',
    'tags with digits and letters beyond ASCII':
      'select $_1$;$_1$, $é$;$é$, $日本$;$日本$;select 2;',
    'empty ones': 'select $$$$;select $a$$a$;select 2;',
    'almost closed': 'select $a$;$A$;$ a$;$a;$b$a$;select 2;',
    'a dollar before the closing tag':
      'select $a$;$$a$;select $$;$a$$;select 2;',
    'quotes inside': `select $$it's; "x; /* ; -- ;$$;select 2;`,
    'over lines': 'select $f$\nbegin;\n\n  end;\n$f$;\nselect 2;',
    'parameters are none': 'select $1, $2;select $1$$;$$;select 2;',
    'a tag cannot begin with a digit': 'select $1a$;select 2;',
    'inside a name':
      'select a$b$;select c$$;select a1$;select é$;select _$d$;select 2;',
    'behind a number': 'select 1$$;$$;select 12$a$;$a$;select 2;',
    'behind a quote': `select 'a'$$;$$,"b"$$;$$;select 2;`,
    'behind each other': 'select $$a;$$$$b;$$;select $a$;$a$$b$;$b$;select 2;',
    'behind each other with a name':
      'select $$;$$a$;select $a$;$a$b$;select 2;',
    'not a tag': 'select $a-b$;select $ $;select $;select 2;',
    'left open': 'select $a$;\nselect 2;$b$',
    'a function': `create function f() returns int language plpgsql as $body$\ndeclare a text := 'x;';\nbegin\n  execute $q$ select ';' $q$;\n  return 1; -- ;\nend;\n$body$;\nselect 2;`,
    'a DO block': 'do $$begin perform 1; end$$;select 2;',
  },
  comments: {
    'of each kind, alone': '-- a;\n/* b; */\n--\n/**/\n',
    'of each kind, between statements':
      '-- a;\nselect 1;\n/* b; */\nselect 2;--\nselect 3;',
    'of each kind, inside': 'select -- a;\n1, /* b; */ 2;select 3;',
    'several before a statement': '/* a */ -- b\n\n/* c */\nselect 1;',
    'a line before a block': '-- a\n/* b; */select 1;/* c */-- d\nselect 2;',
    'behind the last statement': 'select 1;\n-- the end\n/* really */',
    'behind the delimiter':
      'select 1; -- a\nselect 2; /* b */\nselect 3;/* c */ -- d\n',
    'behind an unfinished last statement': 'select 1 -- a',
    'alone before a delimiter': '/* a */;-- b\n;/* c */ -- d\n;select 1;',
    'two dashes need no blank': 'select 1--1;\n;select 2--;\n;',
    'quotes inside': `-- it's\nselect 1; -- "x $$\nselect 2; /* 'y $a$ */ select 3;`,
    'a block over lines': 'select /* a\n;\n\nb */ 1;/*\n;\n*/select 2;',
    'nested blocks': 'select /* a /* b; */ c; */ 1;select 2;',
    'deeply nested blocks': '/*/*/*;*/;*/;*/select 1;/* /* */ ;',
    'blocks that almost end':
      'select /* * / ; **/ 1;/***/select 2;/*/;*/select 3;',
    'a block opened in a block, overlapping': '/*/*/;*/;*/ select 1;',
    'a block left open': 'select 1;select 2 /* a; /* b; */\nselect 3;',
    'inside operators':
      'select 1 +/* ; */ 2;select 3 @-- ;\n4;select 5 */* ; */ 6;',
    'operators that are none': 'select 1 - - 2;select 3 / * 4;select 5 -\n- 6;',
    'a carriage return ends a line comment':
      'select 1 -- a;\r;select 2;\r--b\rselect 3;',
    'psql commands inside': 'select 1 -- \\g\n;/* \\q */select 2;',
  },
  parentheses: {
    'delimiters inside':
      'create rule r as on insert to t do (select 1; select 2);select 3;',
    'nested ones': 'select ((;);(;));select 2;',
    'too many closed': 'select 1);select 2));select (3);',
    'left open': 'select (1;select 2;\nselect 3;',
    'in quotes and comments': `select '(', "(", $$($$, /* ( */ 1 -- (\n;select 2;`,
    'brackets are none': 'select a[1;select {2;select 3;',
  },
  'routine bodies': {
    'a function':
      'create function f() returns int begin atomic select 1; select 2; end;select 3;',
    'a procedure over lines':
      'CREATE OR REPLACE PROCEDURE p(a int)\nLANGUAGE sql\nBEGIN ATOMIC\n  INSERT INTO t VALUES (a);\n  DELETE FROM t;\nEND;\nselect 2;',
    'with CASE':
      'create function f() returns int begin atomic select case a when 1 then case when b then 2 end end; select 3; end;select 4;',
    'with END in parentheses':
      'create function f() returns int begin atomic select (case when a then 1 end); end;select 2;',
    'with other words':
      'create function f() returns int begin atomic select begin_a, "end", bend, end1, ends; end;select 2;',
    'with quotes and comments': `create function f() returns text begin atomic select 'end;', $$end;$$ /* end */ -- end\n; end;select 2;`,
    'with escapes': raw`create function f() returns text begin atomic select E'a\';end;'; end;select 2;`,
    'with dollars in names':
      'create function f() returns int begin atomic select a$end$; end;select 2;',
    'with a return': 'create function f() returns int return 1;select 2;',
    'with a string':
      "create function f() returns int as 'select 1; select 2' language sql;select 2;",
    'a default with CASE':
      'create function f(a int default case when b then 1 end) returns int return a;select 2;',
    'comments between the first words':
      'create /* x */ or -- y\nreplace\nfunction f() returns int begin atomic select 1; end;select 2;',
    'left open': 'create function f() begin atomic select 1;\nselect 2;',
    'no routine':
      'create table function (begin int);begin;select 1;end;create view begin as select 1;select 2;',
    'a trigger':
      'create trigger r before insert on t for each row execute function begin();select 2;',
    'CASE before the body':
      'create function f() returns int return case when a then 1 end;select 2;',
    'something before the first word':
      ') create function f() begin atomic select 1; end;select 2;',
    'the second of two':
      'select 1;create procedure p() begin atomic select 1; end;select 2;',
    'words of a body behind one':
      'create function f() returns int begin atomic select 1; end;begin;select 2;end;select 3;',
    'a drop': 'drop function begin;select 2;',
  },
  dumps: {
    'restrict lines':
      '--\n-- dump\n--\n\n\\restrict aB3\n\nselect 1;\n\\unrestrict aB3\n\nselect 2;',
    'of a table': `SET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);\n\n--\n-- Name: t; Type: TABLE\n--\n\nCREATE TABLE public.t (\n    a integer DEFAULT nextval('s'::regclass),\n    b text\n);\n\nINSERT INTO public.t VALUES (1, 'it''s; \\');\nINSERT INTO public.t VALUES (2, NULL);\n`,
    'copying to the client':
      'copy t to stdout;copy (select 1 from stdin) to stdout;select 2;',
    'copying from a file': "copy t from '/tmp/a';select 2;",
  },
};
