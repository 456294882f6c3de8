/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-json-tree.h"
#include "pz-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of members nobody knows that are told; a file may have thousands. */
#define MAX_NAMES 20

/* what stands beside what was read, as one object; NULL: nothing does */
static JsonNode *
dup_others (JsonObject        *object,
            const char *const *read)
{
  g_autoptr(JsonObject) others = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (read, name))
      json_object_set_member (others, name, json_node_copy (node));
  return json_object_get_size (others) > 0 ? json_node_init_object (json_node_alloc (), others) : NULL;
}

static void
keep_others (PzCaseRecord      *framework,
             const char        *name,
             JsonObject        *object,
             const char *const *read)
{
  g_autoptr(JsonNode) others = dup_others (object, read);

  if (others != NULL)
    pz_case_record_keep (framework, name, others);
}

static gboolean
is_empty (JsonNode *node)
{
  JsonObjectIter iter;
  JsonNode *child;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return JSON_NODE_HOLDS_NULL (node);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &child))
    if (!is_empty (child))
      return FALSE;
  return TRUE;
}

/* definitions and rubrics: as one text of JSON */
static gboolean
take_whole (PzCaseRecord  *framework,
            guint          field,
            JsonObject    *package,
            const char    *name,
            GError       **error)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_FRAMEWORK)->fields[field];
  JsonNode *node = json_object_get_member (package, name);
  GString *text;

  if (node == NULL || is_empty (node))
    return TRUE;
  text = g_string_new (NULL);
  pz_case_append_node (text, node);
  framework->values[field] = g_string_free (text, FALSE);
  if (pz_field_check_text (schema, framework->values[field], NULL))
    return TRUE;
  /* Translators: %s is the name of a member in a file */
  g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("%s is too long to be kept"), name);
  return FALSE;
}

static void
settle_framework_id (PzCaseReading *reading,
                     const char    *identifier)
{
  PzCaseRecord *framework = reading->package->framework;
  const char *uri = framework->values[PZ_FRAMEWORK_URI];

  framework->id = pz_case_identifier_to_id (identifier);
  if (framework->id == NULL)
    {
      pz_case_say (reading, identifier != NULL ? PZ_ROSTER_CODE_CASE_ODD_IDENTIFIER : PZ_ROSTER_CODE_CASE_NO_IDENTIFIER,
                   framework->line, "identifier");
      framework->id = pz_case_derive_id ("", identifier != NULL ? identifier
                                             : uri != NULL ? uri : framework->values[PZ_FRAMEWORK_TITLE], 0);
    }
  if (identifier != NULL && strcmp (identifier, framework->id) != 0)
    pz_case_record_take_text (reading, framework, PZ_FRAMEWORK_IDENTIFIER, "identifier", identifier);
  g_hash_table_insert (reading->ids, framework->id, framework);
}

/* what points to it: by its identifier in lower case, by its address */
static void
make_findable (PzCaseReading *reading,
               PzCaseRecord  *record,
               const char    *identifier,
               const char    *uri)
{
  if (identifier != NULL && !g_hash_table_contains (reading->identifiers, identifier))
    g_hash_table_insert (reading->identifiers, g_strdup (identifier), record);
  if (uri != NULL && !g_hash_table_contains (reading->identifiers, uri))
    g_hash_table_insert (reading->identifiers, g_strdup (uri), record);
}

static gboolean
read_framework (PzCaseReading  *reading,
                JsonObject     *package,
                GError        **error)
{
  PzCaseRecord *framework = reading->package->framework;
  JsonNode *node = json_object_get_member (package, "CFDocument");
  g_autofree char *identifier = NULL;
  g_autofree char *folded = NULL;

  framework->line = reading->document_line;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      identifier = pz_case_dup_member (json_node_get_object (node), "identifier");
      pz_case_record_read (reading, framework, json_node_get_object (node));
    }
  else
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_DOCUMENT, 0, "CFDocument");
  if (framework->values[PZ_FRAMEWORK_TITLE] == NULL)
    {
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_TITLE, framework->line, "title");
      pz_case_record_fit (framework, PZ_FRAMEWORK_TITLE, reading->file);
    }
  if (framework->values[PZ_FRAMEWORK_TITLE] == NULL)
    framework->values[PZ_FRAMEWORK_TITLE] = g_strdup ("CFPackage");
  settle_framework_id (reading, identifier);
  folded = identifier != NULL ? g_ascii_strdown (identifier, -1) : NULL;
  make_findable (reading, framework, folded, framework->values[PZ_FRAMEWORK_URI]);
  return take_whole (framework, PZ_FRAMEWORK_DEFINITIONS, package, "CFDefinitions", error)
         && take_whole (framework, PZ_FRAMEWORK_RUBRICS, package, "CFRubrics", error);
}

static void
read_item (PzCaseReading *reading,
           JsonNode      *node,
           guint          line)
{
  GPtrArray *items = reading->package->items;
  PzCaseRecord *record = pz_case_record_new (PZ_RECORD_STANDARD, line);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *identifier = pz_case_dup_member (object, "identifier");
  g_autofree char *folded = identifier != NULL ? g_ascii_strdown (identifier, -1) : NULL;

  pz_case_record_read (reading, record, object);
  if (record->values[PZ_STANDARD_STATEMENT] == NULL)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_NO_STATEMENT, line, "fullStatement");
  if (!pz_case_settle_id (reading, record, identifier, node))
    {
      pz_case_record_free (record);
      return;
    }
  record->order = items->len;
  make_findable (reading, record, folded, record->values[PZ_STANDARD_URI]);
  g_ptr_array_add (items, record);
}

static gboolean
read_items (PzCaseReading  *reading,
            JsonObject     *package,
            GError        **error)
{
  GError *local_error = NULL;
  JsonArray *list = pz_case_get_list (package, "CFItems", PZ_CASE_MAX_ITEMS, &local_error);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      guint line = i < reading->item_lines->len ? g_array_index (reading->item_lines, guint, i) : 0;

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_item (reading, node, line);
      else
        pz_case_say (reading, PZ_ROSTER_CODE_CASE_NOT_AN_OBJECT, line, "CFItems");
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
is_package (JsonObject *object)
{
  return json_object_has_member (object, "CFDocument") || json_object_has_member (object, "CFItems");
}

/* (nullable): the object with the lists; the root, or what it is wrapped into */
static JsonObject *
find_package (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *inner = object != NULL ? json_object_get_member (object, "CFPackage") : NULL;

  if (object == NULL || is_package (object))
    return object;
  return inner != NULL && JSON_NODE_HOLDS_OBJECT (inner) ? json_node_get_object (inner) : NULL;
}

static void
tell_unknown (PzCaseReading *reading)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (reading->unknown), (GCompareFunc) strcmp);
  GString *all = g_string_new (NULL);
  guint n = 0;

  for (GList *name = names; name != NULL && n++ < MAX_NAMES; name = name->next)
    g_string_append_printf (all, "%s%s", name != names ? ", " : "", n < MAX_NAMES ? (char *) name->data : "…");
  if (all->len > 0)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_UNKNOWN_MEMBERS, 0, all->str);
  g_string_free (all, TRUE);
}

static gboolean
finish_all (GPtrArray  *records,
            GError    **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!pz_case_record_finish (g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_package (PzCaseReading  *reading,
              JsonNode       *root,
              GError        **error)
{
  static const char *const read[] = { "CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", NULL };
  static const char *const wrapper[] = { "CFPackage", NULL };
  PzCasePackage *package = reading->package;
  JsonObject *object = find_package (root);

  if (object == NULL || !is_package (object))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED,
                           _("This is no framework of competencies: there is no CFDocument and no CFItems in it"));
      return FALSE;
    }
  if (object != json_node_get_object (root))
    {
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_WRAPPED, 0, NULL);
      keep_others (package->framework, "around CFPackage", json_node_get_object (root), wrapper);
    }
  keep_others (package->framework, "beside CFDocument", object, read);
  if (!read_framework (reading, object, error) || !read_items (reading, object, error)
      || !pz_case_read_associations (reading, object, error))
    return FALSE;
  tell_unknown (reading);
  pz_case_place (reading);
  return pz_case_record_finish (package->framework, error) && finish_all (package->items, error)
         && finish_all (package->associations, error);
}

static PzCasePackage *
new_package (const char *name)
{
  PzCasePackage *package = g_new0 (PzCasePackage, 1);

  package->name = g_strdup (name);
  package->framework = pz_case_record_new (PZ_RECORD_FRAMEWORK, 0);
  package->items = g_ptr_array_new_with_free_func (pz_case_record_free);
  package->associations = g_ptr_array_new_with_free_func (pz_case_record_free);
  package->messages = pz_roster_messages_new ();
  return package;
}

static void
begin (PzCaseReading *reading,
       PzCasePackage *package,
       const char    *file)
{
  reading->package = package;
  reading->file = file;
  reading->ids = g_hash_table_new (g_str_hash, g_str_equal);
  reading->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->nodes = g_hash_table_new (NULL, NULL);
  reading->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->habits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->item_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  reading->association_lines = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
end (PzCaseReading *reading)
{
  g_hash_table_unref (reading->ids);
  g_hash_table_unref (reading->counts);
  g_hash_table_unref (reading->texts);
  g_hash_table_unref (reading->nodes);
  g_hash_table_unref (reading->identifiers);
  g_hash_table_unref (reading->unknown);
  g_hash_table_unref (reading->habits);
  g_array_unref (reading->item_lines);
  g_array_unref (reading->association_lines);
}

/* JSON is UTF-8, but what was saved by some tools of Windows says that it is something else */
static GBytes *
decode (GBytes  *bytes,
        GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean other = length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff));

  if (other)
    return pz_text_decode (bytes, PZ_CASE_MAX_SIZE, NULL, error);
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, length - 3);
  return g_bytes_ref (bytes);
}

/**
 * pz_case_parse:
 * @bytes: a CFPackage of CASE 1.0 or 1.1 as JSON, plain or as the member CFPackage of an object
 * @name: of the file, without folders; for messages, and in place of a title that is missing
 * @error: %PZ_ERROR_SYNTAX and %PZ_ERROR_TOO_LARGE with line and column where the strict reader found it,
 *   %PZ_ERROR_NOT_SUPPORTED when it is JSON but no package, %PZ_ERROR_INVALID when a list is no list
 *
 * Reads what real servers write: every oddity that is tolerated is one of the messages. The same bytes give the same
 * package, ids included. From any thread.
 *
 * Returns: (transfer full): the package; %NULL when @error is set
 */
PzCasePackage *
pz_case_parse (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr(PzCasePackage) package = NULL;
  g_autoptr(GBytes) text = NULL;
  g_autoptr(JsonNode) root = NULL;
  PzCaseReading reading = { NULL };
  gsize length;
  const char *data;
  gboolean done;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  text = decode (bytes, error);
  root = text != NULL ? pz_json_tree_load (text, PZ_CASE_MAX_SIZE, TRUE, error) : NULL;
  if (root == NULL)
    return NULL;
  package = new_package (name);
  begin (&reading, package, name);
  data = g_bytes_get_data (text, &length);
  pz_case_find_lines (&reading, data, length);
  done = read_package (&reading, root, error);
  end (&reading);
  return done ? g_steal_pointer (&package) : NULL;
}

/**
 * pz_case_package_free:
 */
void
pz_case_package_free (PzCasePackage *self)
{
  g_return_if_fail (self != NULL);

  pz_case_record_free (self->framework);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->associations);
  pz_roster_messages_free (self->messages);
  g_free (self->name);
  g_free (self);
}
