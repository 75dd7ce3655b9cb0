/**
 * Pairs of characters that are each other's only case variant (Unicode 6.2.0, UnicodeData.txt, simple upper and lower case mappings),
 * by runs in base 36: the lower code point, the distance of its variant, then how many pairs and, when not one, how far apart.
 */
export const CASE_PAIRS = [
  '1t w 8;22 w 2 2;25 w 6;2c w 7;5c w 5;5i w h;60 w 7;73 3d;74 1 o 2;8i 1 3 2;8p 1 8 2;96 1 n 2;ah 1 3 2;ao 5f;',
  'ap 5u;aq 1 2 2;au 5q;av 1;ax 5p 2;az 1;b2 27;b3 5m;b4 5n;b5 1;b7 5p;b8 5r;b9 2p;ba 5v;bb 5t;bc 1;be 4j;bg 5v;',
  'bh 5x;bi 3m;bj 5y;bk 1 3 2;bq 62;br 1;bt 62;bw 1;by 62;bz 1;c1 61 2;c3 1 2 2;c7 63;c8 1;cc 1;cf 1k;ct 1 8 2;',
  'da 1 9 2;dw 1;e0 1 k 2;f6 1 9 2;fu 8bv;fv 1;fy 8bs;fz 8cf 2;g1 1;g4 1x;g5 1z;g6 1 5 2;gg 8bj;gh 8bg;gi 8bi;',
  'h1 wmg;h2 wn8;h7 8af;hd 8al;hp 89z;og 1 2 2;om 1;or 3m 3;p2 12;p4 11 3;p8 1s;pa 1r 2;pd w 2 2;pg w 2 2;pj w;',
  'pn w 2 2;pq w 2;pw w 2;pz w 2;q2 w 2;r3 8;rc 1 c 2;s2 7;s7 1;sa 1;sg 28 g;sw w w;v4 1 h 2;wa 1 r 2;xs f;',
  'xt 1 7 2;y8 1 18 2;10x 1c 12;3a8 5ls 12;3bb 5ls;3bh 5ls;5tl r9g;5tp 2xy;5xc 1 1c 2;602 1 q 2;61s 1 1c 2;',
  '64g 8 8;64w 8 6;65c 8 8;65s 8 8;668 8 6;66p 8 4 2;674 8 8;67k 22 2;67m 2e 4;67q 2s 2;67s 3k 2;67u 34 2;',
  '67w 3i 2;680 8 8;68g 8 8;68w 8 8;69c 8 2;69f 9;69v 9;6a8 8 2;6ao 8 2;6at 7;6b7 9;6k2 s;6lc g g;6mb 1;792 q q;',
  '8ow 1c 1b;8rk 1;8rr 1 3 2;8s2 1;8s5 1;8sg 1 1e 2;8vf 1 2 2;8vm 1;wu8 1 n 2;ww0 1 c 2;x0i 1 7 2;x0y 1 v 2;',
  'x2x 1 2 2;x32 1 5 2;x3f 1;x3k 1 2 2;x40 1 5 2;1ee9 w q;1fcw 14 14',
].join('');

/** Characters with several case variants: the character, then its variants, in base 16. Same source. */
export const CASE_SETS = [
  '49 69 130 131;4b 6b 212a;53 73 17f;69 49 130 131;6b 4b 212a;73 53 17f;b5 39c 3bc;c5 e5 212b;e5 c5 212b;',
  '130 49 69;131 49 69;17f 53 73;1c4 1c5 1c6;1c5 1c4 1c6;1c6 1c4 1c5;1c7 1c8 1c9;1c8 1c7 1c9;1c9 1c7 1c8;',
  '1ca 1cb 1cc;1cb 1ca 1cc;1cc 1ca 1cb;1f1 1f2 1f3;1f2 1f1 1f3;1f3 1f1 1f2;345 399 3b9 1fbe;392 3b2 3d0;',
  '395 3b5 3f5;398 3b8 3d1 3f4;399 345 3b9 1fbe;39a 3ba 3f0;39c b5 3bc;3a0 3c0 3d6;3a1 3c1 3f1;3a3 3c2 3c3;',
  '3a6 3c6 3d5;3a9 3c9 2126;3b2 392 3d0;3b5 395 3f5;3b8 398 3d1 3f4;3b9 345 399 1fbe;3ba 39a 3f0;3bc b5 39c;',
  '3c0 3a0 3d6;3c1 3a1 3f1;3c2 3a3 3c3;3c3 3a3 3c2;3c6 3a6 3d5;3c9 3a9 2126;3d0 392 3b2;3d1 398 3b8;3d5 3a6 3c6;',
  '3d6 3a0 3c0;3f0 39a 3ba;3f1 3a1 3c1;3f4 398 3b8;3f5 395 3b5;1e60 1e61 1e9b;1e61 1e60 1e9b;1e9b 1e60 1e61;',
  '1fbe 345 399 3b9;2126 3a9 3c9;212a 4b 6b;212b c5 e5',
].join('');
