/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-standard-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Those of CASE 1.0 and 1.1; others begin with "ext:". */
static const char *const kinds[] = {
  "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar",
  "hasSkillLevel", "isTranslationOf", NULL,
};

/* One end of an association, as the file has it. */
typedef struct
{
  const char *member;
  guint field;
  guint title_field;
  guint uri_field;
} End;

static const End ends[] = {
  { "originNodeURI", PZ_ASSOCIATION_ORIGIN, PZ_ASSOCIATION_ORIGIN_TITLE, PZ_ASSOCIATION_ORIGIN_URI },
  { "destinationNodeURI", PZ_ASSOCIATION_DESTINATION, PZ_ASSOCIATION_DESTINATION_TITLE, PZ_ASSOCIATION_DESTINATION_URI },
};

/*
 * pz_case_get_list:
 * @max_length: longer ones are refused
 *
 * Returns: (transfer none) (nullable): the list; %NULL without an error when there is none
 */
JsonArray *
pz_case_get_list (JsonObject  *package,
                  const char  *name,
                  guint        max_length,
                  GError     **error)
{
  JsonNode *node = json_object_get_member (package, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      /* Translators: %s is the name of a member in a file */
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("%s must be a list"), name);
      return NULL;
    }
  if (json_array_get_length (json_node_get_array (node)) > max_length)
    {
      /* Translators: %1$s is the name of a member in a file, %2$u a number */
      g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("%1$s has more than %2$u entries"), name, max_length);
      return NULL;
    }
  return json_node_get_array (node);
}

/* What an address ends with is often the identifier. */
static PzCaseRecord *
find_by_uri (PzCaseReading *reading,
             const char    *uri)
{
  PzCaseRecord *found = uri != NULL ? g_hash_table_lookup (reading->identifiers, uri) : NULL;
  const char *slash = uri != NULL ? strrchr (uri, '/') : NULL;
  g_autofree char *last = slash != NULL ? g_ascii_strdown (slash + 1, -1) : NULL;

  if (found == NULL && last != NULL && *last != '\0')
    found = g_hash_table_lookup (reading->identifiers, last);
  return found;
}

static PzCaseRecord *
find_target (PzCaseReading *reading,
             const char    *identifier,
             const char    *uri)
{
  g_autofree char *folded = identifier != NULL ? g_ascii_strdown (identifier, -1) : NULL;
  PzCaseRecord *found = folded != NULL ? g_hash_table_lookup (reading->identifiers, folded) : NULL;

  return found != NULL || identifier != NULL ? found : find_by_uri (reading, uri);
}

static const char *
uri_of (const PzCaseRecord *record)
{
  return record->values[record->type == PZ_RECORD_FRAMEWORK ? PZ_FRAMEWORK_URI : PZ_STANDARD_URI];
}

/* A plain text is an identifier, or the address of something. FALSE: it says more, or nothing that can be read */
static gboolean
read_link (JsonNode *node,
           char     *parts[3])
{
  static const char *const names[] = { "identifier", "title", "uri" };
  guint n_taken = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          parts[i] = pz_case_dup_member (object, names[i]);
          n_taken += parts[i] != NULL;
        }
      return n_taken == json_object_get_size (object);
    }
  parts[0] = pz_case_node_to_text (node);
  if (parts[0] == NULL)
    return FALSE;
  g_strstrip (parts[0]);
  if (strchr (parts[0], '/') != NULL)
    parts[2] = g_steal_pointer (&parts[0]);
  return TRUE;
}

static PzCaseRecord *
read_end (PzCaseReading *reading,
          PzCaseRecord  *record,
          const End     *end,
          JsonObject    *object)
{
  JsonNode *node = json_object_get_member (object, end->member);
  char *parts[3] = { NULL, NULL, NULL };
  PzCaseRecord *target;
  gboolean keep;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_PLAIN_LINK, record->line, end->member);
  keep = !read_link (node, parts);
  target = find_target (reading, parts[0], parts[2]);
  if (target != NULL)
    record->values[end->field] = g_strdup (target->id);
  else if (parts[0] != NULL)
    keep |= pz_case_record_fit (record, end->field, parts[0]);
  if (parts[1] != NULL)
    keep |= pz_case_record_fit (record, end->title_field, parts[1]);
  if (parts[2] != NULL && (target == NULL || g_strcmp0 (parts[2], uri_of (target)) != 0))
    keep |= pz_case_record_fit (record, end->uri_field, parts[2]);
  if (keep)
    pz_case_record_keep (record, end->member, node);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  return target;
}

/* written as the format writes it */
static void
settle_kind (PzCaseReading *reading,
             PzCaseRecord  *record)
{
  const char *kind = record->values[PZ_ASSOCIATION_KIND];

  if (kind == NULL)
    {
      record->values[PZ_ASSOCIATION_KIND] = g_strdup ("ext:unknown");
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_KIND, record->line, "associationType");
      return;
    }
  if (g_strv_contains (kinds, kind) || g_str_has_prefix (kind, "ext:"))
    return;
  pz_case_say (reading, PZ_ROSTER_CODE_CASE_OTHER_KIND, record->line, "associationType");
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_ascii_strcasecmp (kinds[i], kind) == 0)
      {
        g_free (record->values[PZ_ASSOCIATION_KIND]);
        record->values[PZ_ASSOCIATION_KIND] = g_strdup (kinds[i]);
        return;
      }
}

static void
count (PzCaseReading      *reading,
       PzCaseRecord       *record,
       const PzCaseRecord *origin,
       const PzCaseRecord *destination)
{
  PzCasePackage *package = reading->package;

  if (strcmp (record->values[PZ_ASSOCIATION_KIND], PZ_STANDARD_IS_CHILD_OF) != 0)
    {
      package->n_links++;
      package->n_outside += origin == NULL || destination == NULL;
      return;
    }
  if (origin == NULL || origin->type != PZ_RECORD_STANDARD)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_ORIGIN, record->line, "originNodeURI");
  else if (destination == NULL)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_DESTINATION, record->line, "destinationNodeURI");
}

static void
read_association (PzCaseReading *reading,
                  JsonNode      *node,
                  guint          line)
{
  PzCaseRecord *record = pz_case_record_new (PZ_RECORD_ASSOCIATION, line);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *identifier = pz_case_dup_member (object, "identifier");
  const PzCaseRecord *origin, *destination;

  pz_case_record_read (reading, record, object);
  settle_kind (reading, record);
  origin = read_end (reading, record, &ends[0], object);
  destination = read_end (reading, record, &ends[1], object);
  if (!pz_case_settle_id (reading, record, identifier, node))
    {
      pz_case_record_free (record);
      return;
    }
  count (reading, record, origin, destination);
  g_ptr_array_add (reading->package->associations, record);
}

/*
 * pz_case_read_associations:
 *
 * Reads all of them; the items must be there.
 */
gboolean
pz_case_read_associations (PzCaseReading  *reading,
                           JsonObject     *package,
                           GError        **error)
{
  GError *local_error = NULL;
  JsonArray *list = pz_case_get_list (package, "CFAssociations", PZ_CASE_MAX_ASSOCIATIONS, &local_error);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      guint line = i < reading->association_lines->len ? g_array_index (reading->association_lines, guint, i) : 0;

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_association (reading, node, line);
      else
        pz_case_say (reading, PZ_ROSTER_CODE_CASE_NOT_AN_OBJECT, line, "CFAssociations");
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}
