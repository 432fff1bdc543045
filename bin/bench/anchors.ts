/** What is measured, in the order of the table. */
export type Figure =
  | 'viewsPerSecond'
  | 'cpuMsPerView'
  | 'viewP50'
  | 'viewP99'
  | 'searchNotes'
  | 'workedNotes'
  | 'search10k'
  | 'worked10k'
  | 'outside10k'
  | 'search100k'
  | 'worked100k'
  | 'outside100k'
  | 'paint10k'
  | 'textVisible'
  | 'requests'
  | 'scriptKilobytes'
  | 'saveP50'
  | 'savesPerSecond'
  | 'laterStart'
  | 'serverMegabytes'
  | 'databaseMegabytes'

export const systems = ['Docmost', 'Outline', 'MediaWiki', 'DokuWiki', 'static'] as const

/**
 * The same figures of others, measured once on a machine with two cores and the same notes (191 pages; search on 10,000).
 * Docmost 0.95, Outline 1.9, MediaWiki 1.39; static is nginx for views, VitePress for the first load, MiniSearch for search.
 */
export const anchors: Record<Figure, Partial<Record<(typeof systems)[number], string>>> = {
  viewsPerSecond: {
    Docmost: '313',
    Outline: '61',
    MediaWiki: '30 (255 cached)',
    DokuWiki: '509',
    static: '23,400',
  },
  cpuMsPerView: {
    Docmost: '3.5–5.5',
    Outline: '17–21',
    MediaWiki: '28',
    DokuWiki: '2.0–2.4',
    static: '0.02',
  },
  viewP50: { Docmost: '5.5', Outline: '24', MediaWiki: '31', DokuWiki: '2.9', static: '0.24' },
  viewP99: {},
  searchNotes: {},
  workedNotes: {},
  search10k: {
    Docmost: '14–19 / 72–90',
    Outline: '79 / 175',
    MediaWiki: '69 / 332',
    DokuWiki: '138 / 524',
    static: '0.8 / 14',
  },
  worked10k: {},
  outside10k: {},
  search100k: {},
  worked100k: {},
  outside100k: {},
  paint10k: {},
  textVisible: { Docmost: '1,021', Outline: '3,666', MediaWiki: '184', DokuWiki: '201', static: '356' },
  requests: { Docmost: '30', Outline: '290', MediaWiki: '11', DokuWiki: '14', static: '37' },
  scriptKilobytes: { Docmost: '5,759', Outline: '2,721', MediaWiki: '102', DokuWiki: '163', static: '62' },
  saveP50: {},
  savesPerSecond: {},
  laterStart: {
    Docmost: '3.4–4.4',
    Outline: '4.1–6.5',
    MediaWiki: '0.6–1.1',
    DokuWiki: '0.13',
    static: '0.02',
  },
  serverMegabytes: { Docmost: '273', Outline: '453–519', MediaWiki: '~60', DokuWiki: '35', static: '3' },
  databaseMegabytes: {},
}
