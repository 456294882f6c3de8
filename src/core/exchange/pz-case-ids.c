/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-environment.h"

#include <string.h>

/* as in pz_environment_new_id() */
static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";

/*
 * pz_case_identifier_to_id:
 * @identifier: (nullable): as the file has it
 *
 * Returns: (nullable): the same in lower case, when it can be an id
 */
char *
pz_case_identifier_to_id (const char *identifier)
{
  char *id = identifier != NULL ? g_ascii_strdown (identifier, -1) : NULL;

  if (!pz_id_is_valid (id))
    g_clear_pointer (&id, g_free);
  return id;
}

/*
 * pz_case_derive_id:
 * @framework: id of the framework, or ""
 * @text: what tells the record apart
 * @n: the same for several of them
 *
 * Returns: an id that is the same whenever the same file is read
 */
char *
pz_case_derive_id (const char *framework,
                   const char *text,
                   guint       n)
{
  g_autofree char *whole = g_strdup_printf ("%s\n%s\n%u", framework, text, n);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char *id = g_malloc (PZ_ID_LENGTH + 1);

  g_checksum_update (checksum, (const guchar *) whole, (gssize) strlen (whole));
  g_checksum_get_digest (checksum, digest, &length);
  for (gsize i = 0; i < PZ_ID_LENGTH; i++)
    id[i] = letters[digest[i] & 31];
  id[PZ_ID_LENGTH] = '\0';
  return id;
}

static char *
dup_json (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  pz_case_append_node (text, node);
  return g_string_free (text, FALSE);
}

/* the record word for word, once more */
static gboolean
was_there (PzCaseReading *reading,
           PzCaseRecord  *first,
           JsonNode      *node)
{
  JsonNode *before = g_hash_table_lookup (reading->nodes, first);

  /* once is enough, however often it comes */
  if (before != NULL && g_hash_table_remove (reading->nodes, first))
    g_hash_table_add (reading->texts, dup_json (before));
  return !g_hash_table_add (reading->texts, dup_json (node));
}

/* an id for what has none, or for the second that has the same */
static char *
make_id (PzCaseReading *reading,
         const char    *text)
{
  const char *framework = reading->package->framework->id;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (reading->counts, text));
  char *id = pz_case_derive_id (framework, text, n++);

  while (g_hash_table_contains (reading->ids, id))
    {
      g_free (id);
      id = pz_case_derive_id (framework, text, n++);
    }
  g_hash_table_insert (reading->counts, g_strdup (text), GUINT_TO_POINTER (n));
  return id;
}

/* what tells a record without an identifier apart: its address, else what it says */
static char *
describe (const PzCaseRecord *record)
{
  static const guint of_item[] = { PZ_STANDARD_CODE, PZ_STANDARD_STATEMENT };
  static const guint of_association[] = { PZ_ASSOCIATION_KIND, PZ_ASSOCIATION_ORIGIN, PZ_ASSOCIATION_DESTINATION };
  gboolean is_item = record->type == PZ_RECORD_STANDARD;
  const guint *fields = is_item ? of_item : of_association;
  const char *uri = record->values[is_item ? PZ_STANDARD_URI : PZ_ASSOCIATION_URI];
  GString *text = g_string_new (uri);

  for (guint i = 0; uri == NULL && i < (is_item ? G_N_ELEMENTS (of_item) : G_N_ELEMENTS (of_association)); i++)
    {
      g_string_append_c (text, '\n');
      if (record->values[fields[i]] != NULL)
        g_string_append (text, record->values[fields[i]]);
    }
  return g_string_free (text, FALSE);
}

static void
remember (PzCaseReading *reading,
          PzCaseRecord  *record,
          char          *id,
          JsonNode      *node)
{
  record->id = id;
  g_hash_table_insert (reading->ids, record->id, record);
  g_hash_table_insert (reading->nodes, record, node);
}

/* the id it should have */
static char *
find_id (PzCaseReading *reading,
         PzCaseRecord  *record,
         const char    *identifier)
{
  char *id = pz_case_identifier_to_id (identifier);
  g_autofree char *text = NULL;

  if (id != NULL)
    return id;
  if (identifier != NULL)
    {
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_ODD_IDENTIFIER, record->line, "identifier");
      return pz_case_derive_id (reading->package->framework->id, identifier, 0);
    }
  pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_IDENTIFIER, record->line, "identifier");
  text = describe (record);
  return pz_case_derive_id (reading->package->framework->id, text, 0);
}

/*
 * pz_case_settle_id:
 * @record: read, without an id
 * @identifier: (nullable): what the file calls it
 * @node: the record in the file
 *
 * Gives @record an id that no other record has.
 *
 * Returns: %FALSE when the same record was there before: this one is not needed
 */
gboolean
pz_case_settle_id (PzCaseReading *reading,
                   PzCaseRecord  *record,
                   const char    *identifier,
                   JsonNode      *node)
{
  guint field = record->type == PZ_RECORD_STANDARD ? PZ_STANDARD_IDENTIFIER : PZ_ASSOCIATION_IDENTIFIER;
  g_autofree char *id = find_id (reading, record, identifier);
  PzCaseRecord *first = g_hash_table_lookup (reading->ids, id);

  if (first != NULL && identifier != NULL && first->type == record->type && was_there (reading, first, node))
    {
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_TWICE, record->line, NULL);
      return FALSE;
    }
  if (first != NULL && identifier != NULL)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_ID_TWICE, record->line, "identifier");
  remember (reading, record, first != NULL ? make_id (reading, id) : g_steal_pointer (&id), node);
  if (identifier != NULL && strcmp (record->id, identifier) != 0)
    pz_case_record_take_text (reading, record, field, "identifier", identifier);
  return TRUE;
}
