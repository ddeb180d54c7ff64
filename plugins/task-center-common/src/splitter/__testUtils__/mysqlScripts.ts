const { raw } = String;

/**
 * Scripts that a splitter gets wrong more easily than right, by what they try. The test writes each of them with LF and
 * with CRLF.
 */
export const MYSQL_SCRIPTS: Record<string, Record<string, string>> = {
  statements: {
    'one, ended': 'select 1;',
    'one, not ended': 'select 1',
    'two on a line': 'select 1;select 2;',
    'last one not ended, with blanks behind it': 'select 1;\nselect 2  \n \t\n',
    'over several lines': 'select\n  1,\n\n\t2\n;\n',
    'with the delimiter on a line of its own': 'select 1\n;\nselect 2\n;',
    'blank ones': ';;\n ; \n;select 1;;;\n',
    'nothing at all': '',
    'blanks only': ' \n\t\n\v\f\r \n',
    'vertical tabs and form feeds around': '\v\fselect 1\f\v;\fselect\v2\f',
    'a lone carriage return': 'select 1,\r2;\rselect 3;\r',
    'control characters around':
      '\u0001select 1\u0002;\u0003;\u007f;select 2\u0004',
    'control characters and a comment': '/* c */ \u0001;select 1;',
    'no blank behind the keyword': "select'a';select`a`;select(1);",
    'letters beyond ASCII':
      'select é;select "日本語";select \'😀;\';select 1 as né\n;',
    'ends in a letter beyond ASCII': 'select 1 as é',
    'no-break spaces are not blank': '\u00a0;select 1\u00a0;\u3000',
    'numbers and operators':
      'select 1-1, 2*3/4, 5%6, a->"$.b", c->>"$.d;", @@e, @f:=1;',
  },
  strings: {
    'a delimiter inside': `select 'a;b', "c;d", \`e;f\`;select 2;`,
    'doubled quotes': `select 'it''s; a', "say ""x;"" ", \`a\`\`b;\`;select 2;`,
    'escaped quotes': raw`select 'it\'s; a', "say \"x;\" ";select 2;`,
    'an escaped backslash at the end': raw`select '\\';select "\\";select 2;`,
    'backslashes in a row': raw`select '\\\';\\\\';select "\\\";\\";`,
    'no escape in an identifier': 'select `a\\`;select `b\\\\`;select 2;',
    'other quotes inside': `select '"', "'", '\`', "\`", \`'"\`;select 2;`,
    'comments inside': `select '/* ;', '-- ;', '# ;', "*/;";select 2;`,
    'over lines': `select 'a\nb;\n\nc', "d\n;\n", \`e\n;f\`;select 2;`,
    'a client command inside': `select '\ndelimiter $$\n', "\nexit\n", \`\nquit\n\`;select 2;`,
    'a short command inside': raw`select '\g\q\G', "\c\d //", 'a\!b';select 2;`,
    'left open': `select 'a;\nselect 2;\n-- x\n`,
    'an identifier left open': 'select `a;\nselect 2;\n',
    'a backslash at the end of the line':
      'select \'a\\\nb\';select "c\\\n;";select 2;',
    'a backslash as the last character': "select 'a\\",
    'adjacent ones': `select 'a' 'b;' "c" 'd'';';select 2;`,
    'empty ones': `select '', "", \`\`;select '';;select ''';';`,
    'with a prefix': `select _utf8mb4'a;', x'3b', N'b;', b'1';select 2;`,
    'one that begins the statement': `'a;b';"c;d";\`e;f\`;select 2;`,
  },
  comments: {
    'of each kind, alone': '# a;\n-- b;\n/* c; */\n--\n#\n/**/\n',
    'of each kind, between statements':
      '# a;\nselect 1;\n-- b;\nselect 2;\n/* c; */\nselect 3;',
    'of each kind, inside': 'select # a;\n1, -- b;\n2, /* c; */ 3;select 4;',
    'behind the last statement': 'select 1;\n-- the end\n# really\n/* yes */',
    'behind the delimiter':
      'select 1; -- a\nselect 2; # b\nselect 3; /* c */\nselect 4;-- d\nselect 5;#e\n',
    'behind an unfinished last statement': 'select 1 -- a',
    'two dashes need a blank':
      'select 1--1;select 2--\n;select 3--\t1\n;select 4 --;\n;',
    'two dashes begin a line':
      '--1;\nselect 1;\n  --2;\nselect 2;--3\nselect\n--3;\n',
    'two dashes before a control character': 'select 1--\u0001;select 2;\n',
    'quotes inside': `# it's\nselect 1; -- "x\nselect 2; /* \`y */ select 3;`,
    'a block over lines': 'select /* a\n;\nb */ 1;/*\n;\n*/select 2;',
    'a block between two words':
      'select/* a */1;select 1/* b */+/* c */2;select 1 /* d */;',
    'a block that is almost closed': 'select /* * / ; **/ 1;select 2;',
    'the shortest blocks': 'select /**/ 1;/*/ ; */select 2;/***/select 3;',
    'a block in a block': 'select /* a /* b */ 1;select 2;',
    'a block opened in a block, overlapping': '/* /*/ ; */ select 1;',
    'a block left open': 'select 1;select 2 /* a;\nselect 3;',
    'a block of a line comment': '/* -- */ select 1; /* # */ select 2;',
    'a line comment of a block': '-- /*\nselect 1;\n# /*\nselect 2;\n# */',
    'a backslash':
      'select 1; -- a\\\nselect 2; /* \\g \\q */ select 3; # \\c\nselect 4;',
    'a division': 'select 4/2;select 4 / *;select 4/\n*2;',
    stars: 'select * from t;select a.*, 2*3 from a;select */ 1;',
    hints: 'select /*+ MAX_EXECUTION_TIME(1); */ 1;select /*+BKA(t)*/ 2;',
    'a comment in a blank statement': ';/* a */;-- b\n;# c\n;select 1;',
    'a comment before the delimiter': 'select 1 -- a;\n;select 2 # b;\n;',
    'a comment without a line break at the end': '-- a',
    'just the beginning of one': '/',
    'just the first dash': '-',
    'dashes at the end': 'select 1 --',
    'a comment before a command':
      '/* a */\n# b\n-- c\n   \ndelimiter //\nselect 1;//\n',
  },
  'executable comments': {
    alone: '/*!40101 SET NAMES utf8 */;\n/*!50003 SET @a = 1*/;',
    'a delimiter splits inside': '/*!50003 select 1; select 2 */;select 3;',
    'around part of a statement':
      'create table t (a int) /*!40100 default charset=utf8 */;select 1;',
    'over lines': '/*!50001 create view v as\n  select 1 */;\nselect 2;',
    'over lines, with a block inside':
      '/*!50001 select 1\n/* a */; select 2 */;\nselect 3;',
    'a string inside': `/*!50001 select '*/;' */;select 2;`,
    'of MariaDB':
      '/*M!100100 select 1 */;/*M! select 2; */;/*Mselect 3;*/select 4;',
    'a line comment inside': '/*!50001 select 1 -- a */;\n*/;select 2;',
    'opened in a block':
      '/* a /*! b */ ; */ select 1;\n/* /*! */\n; */ select 2;',
    'the header of a dump of MariaDB':
      '/*M!999999\\- enable the sandbox mode */ \n-- dump\n/*!40101 SET @a=1 */;\nselect 1;',
    'the end of a dump':
      '/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;\n\n-- Dump completed\n',
    'a binlog': raw`DELIMITER /*!*/;
# at 4
/*!\C utf8mb4 *//*!*/;
SET @@session.a=1/*!*/;
BINLOG '
abc;def=
'/*!*/;
DELIMITER ;
# End of log file
/*!50003 SET COMPLETION_TYPE=@OLD_COMPLETION_TYPE*/;`,
  },
  'the DELIMITER command': {
    'for a procedure':
      'DELIMITER $$\ncreate procedure p() begin select 1; select 2; end$$\nDELIMITER ;\nselect 3;',
    'in any case': 'dElImItEr //\nselect 1;//\nDELIMITER ;\nselect 2;',
    'with blanks before it': '  \t delimiter //\nselect 1;//\n',
    'with a tab': 'delimiter\t//\nselect 1;//\n\tdelimiter \t ;\nselect 2;',
    'with blanks behind it': 'delimiter //   \nselect 1;//\n',
    'with a note behind it':
      'delimiter // # note; select 1\nselect 2;//\ndelimiter ; -- back\nselect 3;',
    'a tab does not end it': 'delimiter //\t# x\nselect 1//\nselect 2//\t# x\n',
    'with a semicolon in it':
      'delimiter ;;\nselect 1; select 2;;\nselect 3;;\ndelimiter ;\nselect 4;',
    'a semicolon behind it': 'delimiter //;\nselect 1//\n//;select 2;',
    'in single quotes':
      "delimiter 'MySQL'\nselect * from t1MySQL\ndelimiter ;\nselect 2;",
    'in double quotes': 'delimiter "//"\nselect 1;//\ndelimiter ";"\nselect 2;',
    'in backticks': 'delimiter `//`\nselect 1;//\ndelimiter `;`\nselect 2;',
    'a blank in quotes': "delimiter 'a b'\nselect 1a bselect 2a b",
    'a doubled quote': "delimiter 'a''b'\nselect 1a'bselect 2a'b",
    'an escaped character': raw`delimiter \$\$
select 1;$$
delimiter "\;"
select 2;`,
    'empty quotes': "delimiter ''\nselect 1;select 2;",
    'a word': 'delimiter go\nselect 1\ngo\nselect 2 go\n',
    'a word glued to the statement':
      'delimiter end\nselect 1endselect 2end\ncreate procedure p() begin end',
    'a word in another case': 'delimiter Go\nselect 1 go\n, 2 Go select 3Go',
    'the word delimiter':
      'delimiter delimiter\nselect 1 delimiter\nselect 2 delimiter\ndelimiter ;\nselect 3;',
    'a letter of the statement':
      'DeLiMiTeR A;\nSELECT 1 A;\ndelimiter ;\nselect 2;',
    'a number sign': 'delimiter #\nselect 1;#\n# note\nselect 2#',
    'two dashes': 'delimiter --\nselect 1;-- select 2 --\nselect 3--1',
    'a slash': 'delimiter /\nselect 1;/\n/* a */select 2/select 4/2',
    'a star': 'delimiter *\nselect 1;*select 2*/* a */select 3*',
    'a pipe': 'delimiter |\nselect 1 | select 2 || select 3|',
    'a comment': 'delimiter /*;*/\nselect 1;/* a */ /*;*/\nselect 2/*;*/',
    'a quote': `delimiter '"'\nselect 1"select 'a"b'"\n`,
    'longer than the client keeps':
      'delimiter abcdefghijklmnopqrst\nselect 1abcdefghijklmnopqrst',
    'like the end of a comment':
      'delimiter */\nselect 1 */ /* a */ select 2 */',
    'that overlaps itself': 'delimiter //\nselect 1/// select 2///;',
    'only its beginning': 'delimiter $$\nselect 1$ $;\nselect 2$$\nselect 3$',
    'inside a string': "select 'a\ndelimiter //\nb;';select 2;",
    'inside a comment':
      '/*\ndelimiter //\n*/select 1;# x\n-- \\d //\nselect 2;',
    'not at the beginning of a line':
      'select 1 as delimiter;select delimiter from t;\n',
    'inside an unfinished statement': 'select 1\n  delimiter //\n;select 2;',
    'ended by the delimiter':
      'select 1; delimiter $$;\nselect 2;$$\ndelimiter ;$$\nselect 3$$ delimiter ;$$select 4;',
    'not a word of its own': 'delimiters //\n;delimiter_ //\n;select 1;',
    many: 'delimiter a\n1a\ndelimiter b\n2b\ndelimiter c\n3c\n',
    'glued to strings':
      'delimiter //\nselect \'a//b\'//select "//"//select `//`//',
    'at the end without a line break': 'select 1;\ndelimiter //',
    'with an empty line before the statement': 'delimiter //\n\n\nselect 1//\n',
    'behind a line of blanks': 'select 1;\n   \t\ndelimiter //\nselect 2//\n',
    'behind a comment on its line': '/* a */ delimiter //\n;select 1;',
    'in a trigger of a dump':
      'DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON o FOR EACH ROW\nBEGIN\n  SET NEW.a = 1;\nEND */;;\nDELIMITER ;\nselect 1;',
  },
  'the short form of DELIMITER': {
    'at the beginning of a line': raw`\d //
select 1;//
\d ;
select 2;`,
    'in a line': raw`\d $$ select 1$$ select 2;$$`,
    'behind a statement': raw`select 1; \d // select 2;//
select 3;//`,
    'inside a statement': raw`select 1 \d //
, 2;//`,
    'in quotes': raw`\d '//'
select 1;//`,
    glued: raw`\d//
select 1;//`,
    'in an executable comment': raw`/*! \d // */select 1;//`,
  },
  'other short commands': {
    go: raw`select 1\g select 2\G select 3 \g
\g\G;
select 4`,
    clear: raw`select 1 \c select 2;\c
select 3 \c`,
    quit: raw`select 1;\q select 2;
select 3;`,
    'quit with an unfinished statement': raw`select 1 \q
select 2;`,
    use: '\\u db1\nselect 1;\n\\u db2',
    'use behind a long statement': `select '${'x'.repeat(
      5000,
    )}';\\d // select 2; // \\u db1`,
    'a character set': raw`\C utf8mb4
select 1; \C utf8
select 2;`,
    NULL: raw`select \N;select 1,\N,\N
;\N;`,
    'unknown ones': "select 1 \\x 2;select \\'a;b\\';\\y;\\;select 3;",
    'a backslash at the end of a line': 'select 1 \\\n, 2;\\\nselect 3;\\',
    'in an identifier': 'select `\\g`;select `\\q`;',
    'before a letter beyond ASCII': 'select \\é;select 2;',
    sandbox: raw`\- select 1;select 2 \- , 3;`,
  },
  'long commands': {
    use: 'use db1\nselect 1;\nUSE db2;\n  use `db 3`  \nuse\tdb4\nselect 2;',
    'use in quotes': 'use `a``b`\nuse \'c d\'\nuse "e";select 1;',
    'use with a backslash in backticks': 'use `a\\b``c`\nselect 1;',
    'use with more behind it': 'use db1 db2\nuse db3 -- note\nselect 1;',
    'use with a comment inside': 'use /* a */ db1;use db2 /* b */;select 1;',
    'use over two lines': 'select 1;\nuse db1;use\ndb2;',
    'use inside an unfinished statement': 'select 1\nuse db1\n;use index_1;',
    'a word that begins like one':
      'used;uses db1;useful\n;goto\n;gone;quitter\n;exits\n;',
    'go where there is nothing to send': 'go\nselect 1;\nego\nselect 2;',
    'clear where there is nothing to clear':
      'clear\nselect 1;\nCLEAR\nclear;select 2;',
    exit: 'select 1;\nexit\nselect 2;',
    'quit, in another case and with blanks': 'select 1;\n \tQuIt \t\nselect 2;',
    'exit with something behind it': 'exit now;\nselect 1;\nquit 1\n;select 2;',
    'exit inside an unfinished statement': 'select 1\nexit\n;select 2;',
    'quit at the end without a line break': 'select 1;\nquit',
    'help with a topic':
      "help select;\nselect 1;\nhelp foo\nhelp 'bar'\nselect 2;",
    'a character set': 'charset utf8mb4\nselect 1;charset utf8;select 2;',
    'with a go behind it': raw`use db1 \g
select 1;`,
    sandbox: 'sandbox\nselect 1;\n',
    'a command that takes no argument has one':
      'print 1;\nstatus quo;\nclear all\n;notee x;select 1;',
  },
  'whole scripts': {
    'a byte order mark': '\uFEFFselect 1;\nselect 2;',
    'a byte order mark before a command': '\uFEFFdelimiter //\nselect 1;//',
    'a byte order mark alone': '\uFEFF',
    'a byte order mark in the second line': 'select 1;\n\uFEFFselect 2;',
    'a dump':
      "-- MySQL dump 10.13\n--\n-- Host: localhost\n/*!40101 SET @OLD=@@A */;\n\n--\n-- Table structure for table `a`\n--\n\nDROP TABLE IF EXISTS `a`;\nCREATE TABLE `a` (\n  `id` int(11) NOT NULL COMMENT 'the; key',\n  `delimiter` text\n) ENGINE=InnoDB;\n\nLOCK TABLES `a` WRITE;\nINSERT INTO `a` VALUES (1,'it\\'s\\n;'),(2,'a\\\\'),(3,NULL);\nUNLOCK TABLES;\n-- Dump completed\n",
    'a function with everything in it':
      "DELIMITER //\nDROP FUNCTION IF EXISTS f //\nCREATE FUNCTION f(a INT) RETURNS TEXT\nBEGIN\n  -- it's; a comment\n  DECLARE b TEXT DEFAULT ';//'; # another//\n  /* ; // */ IF a > 1 THEN RETURN 'x''y;'; END IF;\n  RETURN \"\\\";\";\nEND //\nDELIMITER ;\nSELECT f(1);\n",
    'prepared statements':
      "PREPARE s FROM 'select ?; ';EXECUTE s USING @a;DEALLOCATE PREPARE s;",
    'a compound statement without DELIMITER':
      'begin not atomic select 1; select 2; end;select 3;',
    'many short ones': 'select 1;'.repeat(300),
    'a long line': `insert into t values ${"(1,'a;b'),".repeat(
      500,
    )}(2,'c');select 1;`,
  },
};
