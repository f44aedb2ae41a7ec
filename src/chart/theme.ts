/** Colours of Okabe and Ito that reach 3:1 on white, told apart by people who see fewer colours. */
export const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000'] as const;

/** One for each colour, so that a print without colours says the same. */
export const SHAPES = ['circle', 'triangle-up', 'square', 'diamond', 'cross'] as const;
export const DASHES = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [1, 4],
] as const;

const INK = '#222222';
const WORDS = {
  labelFontSize: 12,
  titleFontSize: 12,
  titleFontWeight: 'normal',
  labelColor: INK,
  titleColor: INK,
};
const TIMES = { hours: '%H:%M', minutes: '%H:%M', date: '%a %d', week: '%a %d' };

/** The look of every chart. A spec's own `config` goes before it. Complete, so that JupyterLab's dark theme changes nothing. */
export const THEME = {
  background: 'white',
  range: { category: COLOURS, symbol: SHAPES },
  mark: { color: COLOURS[0] },
  line: { strokeWidth: 2 },
  point: { filled: true, size: 40 },
  rule: { color: INK },
  text: { fontSize: 12, color: INK },
  axis: { ...WORDS, gridColor: '#e4e4e4', domainColor: '#888888', tickColor: '#888888' },
  axisTemporal: { format: TIMES },
  axisXDiscrete: { labelAngle: 0, labelLimit: 110 },
  header: WORDS,
  legend: { ...WORDS, orient: 'top', symbolSize: 110, symbolStrokeWidth: 2 },
  title: {
    anchor: 'start',
    fontSize: 14,
    fontWeight: 'normal',
    color: INK,
    subtitleColor: INK,
    subtitleFontSize: 12,
  },
  view: { stroke: '#cccccc' },
} as const;
