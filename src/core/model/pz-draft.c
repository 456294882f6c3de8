/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Names no device: a draft is never saved. */
#define NO_DEVICE 1

/**
 * pz_draft_new:
 * @environment: clock and chance
 * @type: any type of record
 *
 * Returns: (transfer full): a draft with no values
 */
PzDraft *
pz_draft_new (PzEnvironment *environment,
              PzRecordType   type)
{
  g_autoptr(PzClock) clock = NULL;
  g_autofree char *id = NULL;
  PzDocumentKind kind = PZ_DOCUMENT_CLASSROOM;
  PzDraft *self;

  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);

  while (!(pz_schema_get_record (type)->documents & (1u << kind)))
    kind++;
  clock = pz_clock_new (environment, NO_DEVICE);
  id = pz_environment_new_id (environment);
  self = g_new0 (PzDraft, 1);
  self->document = pz_document_new (kind, id, clock);
  self->record = type == pz_schema_get_document (kind)->owner ? pz_document_get_owner (self->document)
                                                              : pz_document_add (self->document, type);
  return self;
}

/**
 * pz_draft_free:
 * @self: (transfer full): a draft
 */
void
pz_draft_free (PzDraft *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->document);
  g_free (self);
}

static const PzField *
get_field (PzRecord *record,
           guint     field)
{
  return &pz_schema_get_record (pz_record_get_record_type (record))->fields[field];
}

static gboolean
equal_sets (PzRecord *a,
            PzRecord *b,
            guint     field)
{
  g_auto(GStrv) left = pz_record_dup_set (a, field);
  g_auto(GStrv) right = pz_record_dup_set (b, field);

  return g_strv_equal ((const char * const *) left, (const char * const *) right);
}

static gboolean
equal_numbers (double a,
               double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

static gboolean
equal_field (PzRecord *a,
             PzRecord *b,
             guint     field)
{
  const PzField *schema = get_field (a, field);

  if (schema->flags & PZ_FIELD_SET)
    return equal_sets (a, b, field);
  if (schema->kind == PZ_FIELD_NUMBER)
    return equal_numbers (pz_record_get_number (a, field), pz_record_get_number (b, field));
  if (schema->kind == PZ_FIELD_FLAG)
    return pz_record_get_flag (a, field) == pz_record_get_flag (b, field);
  return g_strcmp0 (pz_record_get_text (a, field), pz_record_get_text (b, field)) == 0;
}

static void
write_set (PzRecord *from,
           PzRecord *to,
           guint     field)
{
  g_auto(GStrv) wanted = pz_record_dup_set (from, field);

  pz_record_set_assign (to, field, (const char * const *) wanted);
}

/**
 * pz_draft_copy_field:
 * @from: a record
 * @to: another one of its type
 * @field: which field
 *
 * Returns: whether @to had another value
 */
gboolean
pz_draft_copy_field (PzRecord *from,
                     PzRecord *to,
                     guint     field)
{
  const PzField *schema;

  g_return_val_if_fail (PZ_IS_RECORD (from) && PZ_IS_RECORD (to), FALSE);
  g_return_val_if_fail (pz_record_get_record_type (from) == pz_record_get_record_type (to), FALSE);

  schema = get_field (from, field);
  if (equal_field (from, to, field))
    return FALSE;
  if (schema->flags & PZ_FIELD_SET)
    write_set (from, to, field);
  else if (schema->kind == PZ_FIELD_NUMBER)
    pz_record_set_number (to, field, pz_record_get_number (from, field));
  else if (schema->kind == PZ_FIELD_FLAG)
    pz_record_set_flag (to, field, pz_record_get_flag (from, field));
  else
    pz_record_set_text (to, field, pz_record_get_text (from, field));
  return TRUE;
}

/**
 * pz_draft_copy:
 * @from: a record
 * @to: another one of its type
 *
 * Gives @to the values of @from in all fields; what is equal is not written. The trash is no value.
 *
 * Returns: whether anything was written
 */
gboolean
pz_draft_copy (PzRecord *from,
               PzRecord *to)
{
  gboolean changed = FALSE;
  guint n_fields;

  g_return_val_if_fail (PZ_IS_RECORD (from) && PZ_IS_RECORD (to), FALSE);

  n_fields = pz_schema_get_deleted (pz_record_get_record_type (from));
  for (guint i = 0; i < n_fields; i++)
    changed |= pz_draft_copy_field (from, to, i);
  return changed;
}

/**
 * pz_draft_copy_changes:
 * @base: the values the draft had at first
 * @from: the draft
 * @to: the record it is of
 *
 * Gives @to what was changed in the draft, and leaves alone what was not: somebody else may have changed that meanwhile.
 *
 * Returns: whether anything was written
 */
gboolean
pz_draft_copy_changes (PzRecord *base,
                       PzRecord *from,
                       PzRecord *to)
{
  gboolean changed = FALSE;
  guint n_fields;

  g_return_val_if_fail (PZ_IS_RECORD (base) && PZ_IS_RECORD (from) && PZ_IS_RECORD (to), FALSE);

  n_fields = pz_schema_get_deleted (pz_record_get_record_type (from));
  for (guint i = 0; i < n_fields; i++)
    if (!equal_field (base, from, i))
      changed |= pz_draft_copy_field (from, to, i);
  return changed;
}

static gboolean
refuse (guint       *field,
        guint        which,
        GError     **error,
        const char  *text)
{
  *field = which;
  g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, text);
  return FALSE;
}

static gboolean
check_required (PzRecord  *draft,
                guint     *field,
                GError   **error)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (draft));

  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & PZ_FIELD_REQUIRED) && pz_record_is_empty (draft, i))
      return refuse (field, i, error, _ ("This must not be empty."));
  return TRUE;
}

/* "level a" and "Level A " are one name to people */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  return g_strstrip (g_utf8_casefold (normal != NULL ? normal : name, -1));
}

static gboolean
is_double (PzRecord *draft,
           PzRecord *other,
           guint     name)
{
  PzRecordType type = pz_record_get_record_type (draft);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  if (pz_record_is_deleted (other) || pz_record_is_empty (other, name))
    return FALSE;
  if (type == PZ_RECORD_TEMPLATE && g_strcmp0 (pz_record_get_text (draft, PZ_TEMPLATE_KIND),
                                               pz_record_get_text (other, PZ_TEMPLATE_KIND)) != 0)
    return FALSE;
  mine = fold_name (pz_record_get_text (draft, name));
  theirs = fold_name (pz_record_get_text (other, name));
  return g_str_equal (mine, theirs);
}

static gboolean
check_double (PzRecord    *draft,
              PzDocument  *document,
              PzRecord    *original,
              guint       *field,
              GError     **error)
{
  PzRecordType type = pz_record_get_record_type (draft);
  int name = pz_schema_find_field (type, "name");
  GListModel *others;

  if (type == PZ_RECORD_CLASSROOM || name < 0 || pz_record_is_empty (draft, (guint) name))
    return TRUE;
  others = pz_document_get_records (document, type);
  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr(PzRecord) other = g_list_model_get_item (others, i);

      if (other != original && is_double (draft, other, (guint) name))
        return refuse (field, (guint) name, error, _ ("This name is taken already. Two that look alike are mixed up."));
    }
  return TRUE;
}

static gboolean
check_measure (PzRecord  *draft,
               guint     *field,
               GError   **error)
{
  double least = pz_record_get_number (draft, PZ_MEASURE_MINIMUM);
  double greatest = pz_record_get_number (draft, PZ_MEASURE_MAXIMUM);
  double step = pz_record_get_number (draft, PZ_MEASURE_RESOLUTION);

  if (least >= greatest) /* false while one of them is empty, which is NaN */
    return refuse (field, PZ_MEASURE_MAXIMUM, error, _ ("The greatest value must be above the least value."));
  if (step > greatest - least)
    return refuse (field, PZ_MEASURE_RESOLUTION, error,
                   _ ("The smallest step is larger than the way from the least to the greatest value."));
  return TRUE;
}

static gboolean
check_classroom (PzRecord  *draft,
                 guint     *field,
                 GError   **error)
{
  const char *start = pz_record_get_text (draft, PZ_CLASSROOM_TERM_START);
  const char *end = pz_record_get_text (draft, PZ_CLASSROOM_TERM_END);

  if (start != NULL && end != NULL && g_strcmp0 (start, end) > 0)
    return refuse (field, PZ_CLASSROOM_TERM_END, error, _ ("The term must not end before it starts."));
  if (pz_record_get_number (draft, PZ_CLASSROOM_SHARE_MIN) > pz_record_get_number (draft, PZ_CLASSROOM_SHARE_MAX))
    return refuse (field, PZ_CLASSROOM_SHARE_MAX, error, _ ("The greatest share must not be below the least share."));
  return TRUE;
}

/**
 * pz_draft_check:
 * @draft: values somebody wants to give a record; each of them fits its field already
 * @document: of the class
 * @original: (nullable): the record that gets the values; %NULL: a new one
 * @field: (out): the field to look at, when the answer is no
 * @error: says in a sentence what is wrong, without the name of the field
 *
 * The rules that concern more than one value: what must be there, names that are taken, bounds in their order.
 *
 * Returns: whether a record may have these values
 */
gboolean
pz_draft_check (PzRecord    *draft,
                PzDocument  *document,
                PzRecord    *original,
                guint       *field,
                GError     **error)
{
  g_return_val_if_fail (PZ_IS_RECORD (draft) && PZ_IS_DOCUMENT (document) && field != NULL, FALSE);

  if (!check_required (draft, field, error) || !check_double (draft, document, original, field, error))
    return FALSE;
  switch (pz_record_get_record_type (draft))
    {
    case PZ_RECORD_MEASURE:
      return check_measure (draft, field, error);
    case PZ_RECORD_CLASSROOM:
      return check_classroom (draft, field, error);
    default:
      return TRUE;
    }
}
