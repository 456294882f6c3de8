/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-multistatus-private.h"

#include "pz-href.h"
#include "pz-multistatus.h"

#include <string.h>

/* Longest text of one element, in bytes: no path of a server is longer. */
#define MAX_TEXT (16 * 1024)
/* So many prefixes may be known at one place: each is looked at for every element, and servers use a few. */
#define MAX_BINDINGS 64

/* The elements of RFC 4918 that matter; each counts only where it belongs. */
typedef enum
{
  KIND_OTHER,
  KIND_DOCUMENT, /* what the root lies in */
  KIND_MULTISTATUS,
  KIND_RESPONSE,
  KIND_HREF,
  KIND_STATUS,
  KIND_PROPSTAT,
  KIND_PROP,
  KIND_LENGTH,
  KIND_TYPE,
  KIND_COLLECTION,
  KIND_PROPSTAT_STATUS,
} Kind;

static const struct
{
  Kind parent;
  const char *name;
  Kind kind;
} elements[] = {
  { KIND_DOCUMENT, "multistatus", KIND_MULTISTATUS },
  { KIND_MULTISTATUS, "response", KIND_RESPONSE },
  { KIND_RESPONSE, "href", KIND_HREF },
  { KIND_RESPONSE, "status", KIND_STATUS },
  { KIND_RESPONSE, "propstat", KIND_PROPSTAT },
  { KIND_PROPSTAT, "prop", KIND_PROP },
  { KIND_PROPSTAT, "status", KIND_PROPSTAT_STATUS },
  { KIND_PROP, "getcontentlength", KIND_LENGTH },
  { KIND_PROP, "resourcetype", KIND_TYPE },
  { KIND_TYPE, "collection", KIND_COLLECTION },
};

/* What a prefix means from one depth on; "" is the default namespace. */
typedef struct
{
  guint depth;
  char *prefix; /* (owned) */
  gboolean dav;
} Binding;

typedef struct
{
  GPtrArray *entries; /* (not owned): PzDavEntry */
  GArray *bindings;   /* (owned): Binding, innermost last */
  Kind kinds[PZ_MULTISTATUS_MAX_DEPTH + 1]; /* of the open elements; kinds[0] is the document */
  guint depth;
  gboolean has_root;
  PzDavEntry *entry;          /* (not owned) (nullable): of the open response */
  PzDavProperties properties; /* of the open propstat */
  guint status;          /* of the open propstat; 0 when none was given */
  GString *text; /* (owned): of the innermost element */
} Reader;

static void
binding_clear (gpointer binding)
{
  g_free (((Binding *) binding)->prefix);
}

static void
fail (GError **error)
{
  /* replaced by the sentence for people */
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "not a listing");
}

/* Returns FALSE when there are more than any server uses. */
static gboolean
bind_prefixes (Reader      *self,
               const char **names,
               const char **values)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      Binding binding = { self->depth, NULL, g_str_equal (values[i], "DAV:") };

      if (g_str_equal (names[i], "xmlns"))
        binding.prefix = g_strdup ("");
      else if (g_str_has_prefix (names[i], "xmlns:"))
        binding.prefix = g_strdup (names[i] + strlen ("xmlns:"));
      if (binding.prefix == NULL)
        continue;
      g_array_append_val (self->bindings, binding);
      if (self->bindings->len > MAX_BINDINGS)
        return FALSE;
    }
  return TRUE;
}

/* The local name of an element of the namespace DAV:, or NULL of another. */
static const char *
find_dav_name (Reader     *self,
               const char *qualified)
{
  const char *colon = strchr (qualified, ':');
  gsize length = colon != NULL ? (gsize) (colon - qualified) : 0;

  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (strlen (binding->prefix) == length && strncmp (binding->prefix, qualified, length) == 0)
        return !binding->dav ? NULL : colon != NULL ? colon + 1 : qualified;
    }
  return NULL;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *qualified,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *self = user_data;
  Kind parent = self->kinds[self->depth], kind = KIND_OTHER;
  const char *name;

  if (self->depth == PZ_MULTISTATUS_MAX_DEPTH)
    return fail (error);
  self->depth++;
  if (!bind_prefixes (self, names, values))
    return fail (error);
  name = find_dav_name (self, qualified);
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (elements); i++)
    if (elements[i].parent == parent && g_str_equal (elements[i].name, name))
      kind = elements[i].kind;
  self->kinds[self->depth] = kind;
  g_string_truncate (self->text, 0);

  if (parent == KIND_DOCUMENT && (kind != KIND_MULTISTATUS || self->has_root))
    return fail (error);
  if (kind == KIND_MULTISTATUS)
    self->has_root = TRUE;
  if (kind == KIND_RESPONSE)
    {
      self->entry = g_new0 (PzDavEntry, 1);
      self->entry->properties.size = -1;
      g_ptr_array_add (self->entries, self->entry);
    }
  if (kind == KIND_PROPSTAT)
    {
      self->properties = (PzDavProperties) { -1, FALSE };
      self->status = 0;
    }
  if (kind == KIND_COLLECTION)
    self->properties.collection = TRUE;
}

/* The number of "HTTP/1.1 200 OK", or 500 of anything else. */
static guint
parse_status (const char *text)
{
  const char *space = strchr (text, ' ');
  guint64 status;

  if (!g_str_has_prefix (text, "HTTP/") || space == NULL)
    return 500;
  status = g_ascii_strtoull (space + 1, NULL, 10);
  return status >= 100 && status < 600 ? (guint) status : 500;
}

static gint64
parse_length (const char *text)
{
  gint64 length;

  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &length, NULL) ? length : -1;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *qualified,
                gpointer              user_data,
                GError              **error)
{
  Reader *self = user_data;
  char *text = g_strstrip (self->text->str);

  switch (self->kinds[self->depth])
    {
    case KIND_HREF:
      /* one of two would be guessed at */
      if (self->entry->path != NULL || (self->entry->path = pz_href_split (text)) == NULL)
        return fail (error);
      break;
    case KIND_STATUS:
      self->entry->status = parse_status (text);
      break;
    case KIND_PROPSTAT_STATUS:
      self->status = parse_status (text);
      break;
    case KIND_LENGTH:
      self->properties.size = parse_length (text);
      break;
    case KIND_PROPSTAT:
      if (pz_dav_status_is_good (self->status) && self->properties.size >= 0)
        self->entry->properties.size = self->properties.size;
      if (pz_dav_status_is_good (self->status) && self->properties.collection)
        self->entry->properties.collection = TRUE;
      break;
    case KIND_RESPONSE:
      if (self->entry->path == NULL)
        return fail (error);
      self->entry = NULL;
      break;
    default:
      break;
    }

  while (self->bindings->len > 0
         && g_array_index (self->bindings, Binding, self->bindings->len - 1).depth == self->depth)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  self->depth--;
  g_string_truncate (self->text, 0);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *self = user_data;
  Kind kind = self->kinds[self->depth];

  if (kind != KIND_HREF && kind != KIND_STATUS && kind != KIND_LENGTH && kind != KIND_PROPSTAT_STATUS)
    return;
  if (self->text->len + length > MAX_TEXT)
    return fail (error);
  g_string_append_len (self->text, text, (gssize) length);
}

/* Comments and instructions pass; a document type is where entities are made, and no listing has one. */
static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  if (length >= 3 && text[0] == '<' && text[1] == '!' && text[2] != '-')
    fail (error);
}

static gboolean
read_entries (Reader     *self,
              const char *xml,
              gsize       length)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);

  /* some servers write a byte order mark */
  if (length >= 3 && memcmp (xml, "\xEF\xBB\xBF", 3) == 0)
    {
      xml += 3;
      length -= 3;
    }
  return length > 0 && g_markup_parse_context_parse (context, xml, (gssize) length, NULL)
         && g_markup_parse_context_end_parse (context, NULL) && self->has_root;
}

static void
entry_free (gpointer data)
{
  PzDavEntry *entry = data;

  g_strfreev (entry->path);
  g_free (entry);
}

/**
 * pz_multistatus_read:
 * @xml: the body of an answer 207, of any size
 *
 * Returns: (transfer full) (element-type PzDavEntry) (nullable): its responses in their order, each with a path;
 *   %NULL when it is no multistatus of the namespace DAV:, or cut short
 */
GPtrArray *
pz_multistatus_read (GBytes *xml)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  Reader reader = { .entries = entries, .kinds = { KIND_DOCUMENT } };
  gboolean ok;
  gsize length;
  const char *data;

  g_return_val_if_fail (xml != NULL, NULL);

  data = g_bytes_get_data (xml, &length);
  reader.bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (reader.bindings, binding_clear);
  reader.text = g_string_new (NULL);
  ok = read_entries (&reader, data, length);
  g_string_free (reader.text, TRUE);
  g_array_unref (reader.bindings);
  return ok ? g_steal_pointer (&entries) : NULL;
}

/**
 * pz_dav_status_is_good:
 * @status: of a response or a part of it; 0 when none was given
 *
 * Returns: whether what stands beside it holds
 */
gboolean
pz_dav_status_is_good (guint status)
{
  return status == 0 || (status >= 200 && status < 300);
}
