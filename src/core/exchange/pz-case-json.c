/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-json-writer.h"

static void
append_object (GString    *out,
               JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      pz_json_append_string (out, name, -1);
      g_string_append_c (out, ':');
      pz_case_append_node (out, node);
    }
  g_string_append_c (out, '}');
}

static void
append_array (GString   *out,
              JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      pz_case_append_node (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
append_value (GString  *out,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    pz_json_append_string (out, json_node_get_string (node), -1);
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    pz_json_append_number (out, json_node_get_double (node));
}

/*
 * pz_case_append_node:
 *
 * The node as JSON without blanks, members in the order of the file. Not deeper than the strict reader lets in.
 */
void
pz_case_append_node (GString  *out,
                     JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (out, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (out, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node))
    append_value (out, node);
  else
    g_string_append (out, "null");
}

/*
 * pz_case_node_to_text:
 *
 * Returns: (nullable): a string as it is, a number or truth value as it is written; %NULL for all else
 */
char *
pz_case_node_to_text (JsonNode *node)
{
  GString *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  text = g_string_new (NULL);
  append_value (text, node);
  return g_string_free (text, FALSE);
}

/*
 * pz_case_dup_member:
 *
 * Returns: (nullable): the member as text without blanks around it; %NULL when it is missing, empty or no text
 */
char *
pz_case_dup_member (JsonObject *object,
                    const char *name)
{
  char *text = pz_case_node_to_text (json_object_get_member (object, name));

  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}
