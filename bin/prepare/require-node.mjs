// Read by whatever Node there is, so only words that old ones know.
var parts = process.versions.node.split('.').map(Number)
var isNewEnough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)
if (!isNewEnough) {
  console.error(
    'Errata needs Node 20.19 or newer; this is ' +
      process.versions.node +
      '. Get one from https://nodejs.org/.',
  )
  process.exit(1)
}
