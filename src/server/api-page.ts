type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  format?: string
  required?: string[]
  anyOf?: Schema[]
}
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Described = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
}

/** The API to read: the same document as /openapi.json, as one page without scripts. */
export function readableApi(document: unknown, nonce: string): string {
  const { paths = {} } = document as { paths?: Record<string, Record<string, Described>> }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '')
  const contents = [...groups.keys()].map((name) => `<a href="#${escape(name)}">${escape(name)}</a>`).join(' · ')
  const sections = [...groups]
    .map(([name, members]) => `<h2 id="${escape(name)}">${escape(name)}</h2>${members.map(described).join('')}`)
    .join('')
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kế Cận · API</title><style nonce="${escape(nonce)}">${style}</style></head>
<body><main><h1>API của Kế Cận</h1><p>Mọi trang đều dùng chính các thao tác này. · Every page uses these very operations. <a href="/openapi.json">openapi.json</a></p><nav>${contents}</nav>${sections}</main></body></html>`
}

function described({ path, method, operation }: { path: string; method: string; operation: Described }): string {
  const reply = operation.responses?.['200']?.content?.['application/json']?.schema
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  return `<article id="${escape(operation.operationId ?? '')}"><h3><code class="${method}">${method.toUpperCase()}</code> <code>${escape(path)}</code></h3>
<p><strong>${escape(operation.summary ?? '')}</strong> ${escape(operation.description ?? '')} <small>${escape(operation.operationId ?? '')}</small></p>
${parameters(operation.parameters ?? [])}${body ? `<h4>Gửi · Body</h4><pre>${escape(shape(body))}</pre>` : ''}${reply ? `<details><summary>Trả về · Reply</summary><pre>${escape(shape(reply))}</pre></details>` : ''}</article>`
}

function parameters(list: Parameter[]): string {
  if (list.length === 0) return ''
  const rows = list.map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code></td><td>${one.in}</td><td>${escape(shape(one.schema ?? {}))}</td><td>${one.required ? 'bắt buộc · required' : ''}</td></tr>`,
  )
  return `<table><tbody>${rows.join('')}</tbody></table>`
}

/** A schema in a few words: text | number | {…}. */
function shape(schema: Schema, indent = ''): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((one) => shape(one, indent)).join(' | ')
  if (schema.items) return `[${shape(schema.items, indent)}]`
  if (schema.properties) {
    const inner = `${indent}  `
    const lines = Object.entries(schema.properties).map(
      ([name, one]) => `${inner}${name}${schema.required?.includes(name) ? '' : '?'}: ${shape(one, inner)}`,
    )
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  return schema.format ? `${type} (${schema.format})` : type
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style = `body{font:14px/1.5 "Segoe UI",Roboto,sans-serif;color:#1b2430;background:#f6f7f9;margin:0}main{max-width:960px;margin:0 auto;padding:24px}
h1{font-size:21px}h2{font-size:18px;margin:32px 0 8px}h3{font-size:14px;margin:0}h4{margin:8px 0 0;font-size:12px;color:#566273}a{color:#23406e}
article{background:#fff;border:1px solid #e2e6ec;border-radius:8px;padding:12px 16px;margin:8px 0}p{margin:4px 0}small{color:#566273}
code{font-size:13px}.get{color:#2a6b63}.post,.put{color:#23406e}.delete{color:#7a4e8a}pre{background:#f6f7f9;padding:8px;overflow:auto;font-size:12px;margin:4px 0}
table{border-collapse:collapse}td{padding:2px 12px 2px 0;vertical-align:top}summary{cursor:pointer;color:#566273}`
