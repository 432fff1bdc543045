declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of a traditional character and the simplified ones for it, parted by bars and blanks. */
  const pairs: string
  export default pairs
}
