import { createHash } from 'node:crypto'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { UploadedFile } from '#server/operations.ts'

/** Keeps the file as the paper's own. A file attached before stays in the store, named in the audit log. */
export async function attachTo(tx: Tx, decisionId: string, file: UploadedFile & { mediaType: string }): Promise<string> {
  const id = newId()
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await tx
    .insertInto('decisions.file')
    .values({
      id,
      name: file.name,
      media_type: file.mediaType,
      size: file.bytes.length,
      sha256,
      content: file.bytes,
      added_at: recordOf(tx).now,
    })
    .execute()
  await tx.updateTable('decisions.decision').set({ file_id: id }).where('id', '=', decisionId).execute()
  noteChange(tx, {
    table: 'decisions.file',
    done: 'recorded',
    count: 1,
    after: { id, name: file.name, size: file.bytes.length, sha256: sha256.toString('hex') },
  })
  return id
}

export function fileContent(db: Db, id: string) {
  return db.selectFrom('decisions.file').select(['name', 'media_type', 'content']).where('id', '=', id).executeTakeFirst()
}
