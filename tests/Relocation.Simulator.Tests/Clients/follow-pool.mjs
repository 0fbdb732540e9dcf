// A client written by others (npm package xen-api) against the simulator: URL, user and password are the arguments.
// Prints what it saw as one line of JSON.
import { createClient } from 'xen-api'

const [url, user, password] = process.argv.slice(2)
const xapi = createClient({ url, auth: { user, password }, allowUnauthorized: true, debounce: 20 })
await xapi.connect()
await xapi.objectsFetched

const objects = Object.values(xapi.objects.all)
const vm = objects.find(item => item.$type === 'VM' && item.name_label === 'web')
const seen = { pool: xapi.pool.name_label, hosts: objects.filter(item => item.$type === 'host').length, static_max: vm.memory_static_max }

const renamed = new Promise(resolve =>
  xapi.objects.on('update', items => {
    for (const id in items) {
      if (items[id]?.name_label === 'renamed') {
        resolve(items[id].$ref)
      }
    }
  })
)
await xapi.call('VM.set_name_label', vm.$ref, 'renamed')
seen.event = (await renamed) === vm.$ref
seen.barrier = (await xapi.barrier(vm.$ref)).name_label

seen.clone = await xapi.callAsync('VM.clone', vm.$ref, 'copy')
for (const call of ['call', 'callAsync']) {
  try {
    await xapi[call]('VM.start', vm.$ref, false, false)
  } catch (error) {
    seen[`${call}_fails`] = [error.code, ...error.params]
  }
}
seen.vm = vm.$ref
await xapi.disconnect()
console.log(JSON.stringify(seen))
process.exit(0)
