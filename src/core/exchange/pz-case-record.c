/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PzField *
field_of (const PzCaseRecord *record,
          guint               field)
{
  return &pz_schema_get_record (record->type)->fields[field];
}

static guint
extra_of (const PzCaseRecord *record)
{
  return record->type == PZ_RECORD_FRAMEWORK ? PZ_FRAMEWORK_EXTRA
         : record->type == PZ_RECORD_STANDARD ? PZ_STANDARD_EXTRA : PZ_ASSOCIATION_EXTRA;
}

/*
 * pz_case_record_new:
 * @line: where it begins
 */
PzCaseRecord *
pz_case_record_new (PzRecordType type,
                    guint        line)
{
  PzCaseRecord *record = g_new0 (PzCaseRecord, 1);

  record->type = type;
  record->line = line;
  return record;
}

/*
 * pz_case_record_free:
 */
void
pz_case_record_free (gpointer data)
{
  PzCaseRecord *record = data;
  const PzRecordSchema *schema = pz_schema_get_record (record->type);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].flags & PZ_FIELD_SET)
      g_strfreev (record->values[i]);
    else
      g_free (record->values[i]);
  if (record->extra != NULL)
    g_string_free (record->extra, TRUE);
  g_free (record->id);
  g_free (record);
}

/* how a whole file is written, and not what is wrong with one record: the first place is enough */
static gboolean
is_habit (PzRosterCode code)
{
  return code == PZ_ROSTER_CODE_CASE_OTHER_NAME || code == PZ_ROSTER_CODE_CASE_PLAIN_LINK;
}

/*
 * pz_case_say:
 * @member: (nullable): the name of a member, never its value
 */
void
pz_case_say (PzCaseReading *reading,
             PzRosterCode   code,
             guint          line,
             const char    *member)
{
  if (is_habit (code) && !g_hash_table_add (reading->habits, g_strdup_printf ("%d %s", (int) code, member)))
    return;
  pz_roster_messages_add (reading->package->messages, code, reading->file, line, member);
}

/*
 * pz_case_record_keep:
 * @member: its name
 *
 * Keeps a member as it came: `extra` is one JSON object.
 */
void
pz_case_record_keep (PzCaseRecord *record,
                     const char   *member,
                     JsonNode     *node)
{
  if (record->extra == NULL)
    record->extra = g_string_new ("{");
  else
    g_string_append_c (record->extra, ',');
  pz_json_append_string (record->extra, member, -1);
  g_string_append_c (record->extra, ':');
  pz_case_append_node (record->extra, node);
}

/*
 * pz_case_record_finish:
 * @error: %PZ_ERROR_TOO_LARGE when what is kept is more than the field holds
 *
 * The record has been read; what was kept becomes the field `extra`.
 */
gboolean
pz_case_record_finish (PzCaseRecord  *record,
                       GError       **error)
{
  guint field = extra_of (record);

  if (record->extra == NULL)
    return TRUE;
  g_string_append_c (record->extra, '}');
  record->values[field] = g_string_free (g_steal_pointer (&record->extra), FALSE);
  if (pz_field_check_text (field_of (record, field), record->values[field], NULL))
    return TRUE;
  /* Translators: %u is the number of a line in a file */
  g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("What begins in line %u is too long to be kept"), record->line);
  return FALSE;
}

static void
keep_text (PzCaseRecord *record,
           const char   *member,
           const char   *text)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), text);

  pz_case_record_keep (record, member, node);
}

/* A text as the field can hold it; altered: set when something of it is not there any more. Blanks at the ends and the
 * way lines end do not count. */
static char *
make_fit (const PzField *field,
          const char    *text,
          gboolean      *altered)
{
  gboolean lines = field->kind == PZ_FIELD_LONG_TEXT;
  GString *fit = g_string_sized_new (strlen (text));
  glong maximum = (glong) field->maximum, length;
  char *trimmed;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\r')
      g_string_append_c (fit, lines ? '\n' : ' '), p += p[1] == '\n';
    else if (lines && (*p == '\n' || *p == '\t'))
      g_string_append_c (fit, *p);
    else if ((guchar) *p < 0x20)
      g_string_append_c (fit, ' '), *altered |= *p != '\n' && *p != '\t';
    else
      g_string_append_c (fit, *p);
  trimmed = g_strstrip (g_string_free (fit, FALSE));
  length = g_utf8_strlen (trimmed, -1);
  if (length > maximum)
    {
      g_autofree char *whole = trimmed;
      g_autofree char *beginning = g_utf8_substring (whole, 0, maximum - 1);

      trimmed = g_strconcat (beginning, "…", NULL);
      *altered = TRUE;
    }
  return trimmed;
}

/* the day of a date or of a date with a time of day, which is kept beside it */
static void
take_date (PzCaseReading *reading,
           PzCaseRecord  *record,
           guint          field,
           const char    *member,
           const char    *text)
{
  g_autofree char *day = g_strndup (text, 10);

  if (pz_date_is_valid (day))
    record->values[field] = g_steal_pointer (&day);
  else
    pz_case_say (reading, PZ_ROSTER_CODE_DATE_UNREADABLE, record->line, member);
  if (g_strcmp0 (record->values[field], text) != 0)
    keep_text (record, member, text);
}

/*
 * pz_case_record_fit:
 * @field: one text, no date
 * @text: its value
 *
 * Returns: whether something of @text is not in the field: it has to be kept
 */
gboolean
pz_case_record_fit (PzCaseRecord *record,
                    guint         field,
                    const char   *text)
{
  gboolean altered = FALSE;
  char *fit = make_fit (field_of (record, field), text, &altered);

  if (*fit == '\0')
    g_clear_pointer (&fit, g_free);
  g_free (record->values[field]);
  record->values[field] = fit;
  return altered;
}

/*
 * pz_case_record_take_text:
 * @field: one text, empty so far
 * @member: what the file calls it
 * @text: its value
 *
 * What does not fit is kept whole in `extra`, and shown as far as it fits.
 */
void
pz_case_record_take_text (PzCaseReading *reading,
                          PzCaseRecord  *record,
                          guint          field,
                          const char    *member,
                          const char    *text)
{
  if (field_of (record, field)->kind == PZ_FIELD_DATE)
    take_date (reading, record, field, member, text);
  else if (pz_case_record_fit (record, field, text))
    {
      keep_text (record, member, text);
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_TEXT_ALTERED, record->line, member);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* each once, sorted as sets are */
static GStrv
make_set (GPtrArray *elements)
{
  guint kept = 0;

  g_ptr_array_sort (elements, compare_texts);
  for (guint i = 0; i < elements->len; i++)
    if (*(char *) elements->pdata[i] == '\0' || (kept > 0 && strcmp (elements->pdata[kept - 1], elements->pdata[i]) == 0))
      g_free (elements->pdata[i]);
    else
      elements->pdata[kept++] = elements->pdata[i];
  elements->len = kept;
  if (kept == 0)
    return NULL;
  g_ptr_array_add (elements, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&elements), FALSE);
}

/* FALSE: not texts only, or one that does not fit */
static gboolean
add_elements (GPtrArray     *elements,
              const PzField *field,
              JsonArray     *array)
{
  gboolean altered = FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *text = pz_case_node_to_text (node);

      if (text != NULL)
        g_ptr_array_add (elements, make_fit (field, text, &altered));
      else if (!JSON_NODE_HOLDS_NULL (node))
        altered = TRUE;
    }
  return !altered;
}

/* one text where a list belongs; school years are often written with commas */
static void
add_one (GPtrArray     *elements,
         const PzField *field,
         const char    *text,
         gboolean       with_commas,
         gboolean      *altered)
{
  g_auto(GStrv) parts = g_strsplit (text, with_commas ? "," : "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (elements, make_fit (field, parts[i], altered));
}

static void
take_set (PzCaseReading      *reading,
          PzCaseRecord       *record,
          const PzCaseMember *member,
          JsonNode           *node)
{
  const PzField *field = field_of (record, (guint) member->field);
  GPtrArray *elements = g_ptr_array_new ();
  g_autofree char *text = pz_case_node_to_text (node);
  gboolean altered = FALSE;

  if (JSON_NODE_HOLDS_ARRAY (node))
    altered = !add_elements (elements, field, json_node_get_array (node));
  else if (text != NULL)
    add_one (elements, field, text, record->type == PZ_RECORD_STANDARD && member->field == PZ_STANDARD_EDUCATION_LEVELS,
             &altered);
  else
    altered = TRUE;
  if (altered)
    {
      pz_case_say (reading, PZ_ROSTER_CODE_CASE_WRONG_KIND, record->line, member->name);
      pz_case_record_keep (record, member->name, node);
    }
  g_strfreev (record->values[member->field]);
  record->values[member->field] = make_set (elements);
}

static void
take_single (PzCaseReading      *reading,
             PzCaseRecord       *record,
             const PzCaseMember *member,
             JsonNode           *node)
{
  g_autofree char *text = pz_case_node_to_text (node);
  gboolean is_sequence = record->type == PZ_RECORD_ASSOCIATION && member->field == PZ_ASSOCIATION_SEQUENCE;

  if (text == NULL)
    pz_case_record_keep (record, member->name, node);
  if (text == NULL || (!is_sequence && json_node_get_value_type (node) != G_TYPE_STRING))
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_WRONG_KIND, record->line, member->name);
  if (text != NULL)
    pz_case_record_take_text (reading, record, (guint) member->field, member->name, text);
}

/* A name the format does not have: read as another one that is not there, or kept. */
static void
take_member (PzCaseReading *reading,
             PzCaseRecord  *record,
             const char    *name,
             JsonNode      *node)
{
  const PzCaseMember *member = pz_case_find_member (record->type, name);

  if (JSON_NODE_HOLDS_NULL (node))
    return;
  if (member == NULL)
    g_hash_table_add (reading->unknown, g_strdup (name));
  if (member != NULL && member->other)
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_OTHER_NAME, record->line, name);
  if (g_str_has_suffix (name, "URI") && JSON_NODE_HOLDS_VALUE (node))
    pz_case_say (reading, PZ_ROSTER_CODE_CASE_PLAIN_LINK, record->line, name);
  if (member == NULL || member->field < 0 || (member->other && record->values[member->field] != NULL))
    pz_case_record_keep (record, name, node);
  else if (field_of (record, (guint) member->field)->flags & PZ_FIELD_SET)
    take_set (reading, record, member, node);
  else
    take_single (reading, record, member, node);
}

/* the same in every item: says nothing that is not known */
static gboolean
is_own_document (PzCaseReading *reading,
                 JsonNode      *node)
{
  const PzCaseRecord *framework = reading->package->framework;
  g_autofree char *text = pz_case_node_to_text (node);
  JsonObject *object;
  g_autofree char *identifier = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;

  if (text != NULL)
    return g_strcmp0 (text, framework->values[PZ_FRAMEWORK_URI]) == 0;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  identifier = pz_case_dup_member (object, "identifier");
  id = pz_case_identifier_to_id (identifier);
  title = pz_case_dup_member (object, "title");
  uri = pz_case_dup_member (object, "uri");
  return json_object_get_size (object) == (guint) (identifier != NULL) + (title != NULL) + (uri != NULL)
         && g_strcmp0 (id, framework->id) == 0 && g_strcmp0 (uri, framework->values[PZ_FRAMEWORK_URI]) == 0
         && g_strcmp0 (title, framework->values[PZ_FRAMEWORK_TITLE]) == 0;
}

static gboolean
is_read_elsewhere (const PzCaseRecord *record,
                   const char         *name)
{
  return strcmp (name, "identifier") == 0
         || (record->type == PZ_RECORD_ASSOCIATION
             && (strcmp (name, "originNodeURI") == 0 || strcmp (name, "destinationNodeURI") == 0));
}

static gboolean
is_other_name (const PzCaseRecord *record,
               const char         *name)
{
  const PzCaseMember *member = pz_case_find_member (record->type, name);

  return member != NULL && member->other;
}

/* Returns: whether names of the other sort were passed over */
static gboolean
read_members (PzCaseReading *reading,
              PzCaseRecord  *record,
              JsonObject    *object,
              gboolean       other_names)
{
  gboolean left = FALSE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (is_read_elsewhere (record, name))
        continue;
      if (is_other_name (record, name) != other_names)
        left = TRUE;
      else if (strcmp (name, "CFDocumentURI") == 0 && record->type != PZ_RECORD_FRAMEWORK && is_own_document (reading, node))
        {
          if (JSON_NODE_HOLDS_VALUE (node))
            pz_case_say (reading, PZ_ROSTER_CODE_CASE_PLAIN_LINK, record->line, name);
        }
      else
        take_member (reading, record, name, node);
    }
  return left;
}

/*
 * pz_case_record_read:
 *
 * Takes all members but the identifier and the two ends of an association. Names the format does not give come last,
 * wherever they stand: they fill what is still empty, and are kept otherwise.
 */
void
pz_case_record_read (PzCaseReading *reading,
                     PzCaseRecord  *record,
                     JsonObject    *object)
{
  if (read_members (reading, record, object, FALSE))
    read_members (reading, record, object, TRUE);
}
