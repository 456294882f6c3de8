/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-form.h"

#include "pz-draft-entry.h"
#include "pz-draft-text.h"
#include "pz-edit.h"
#include "pz-form-row.h"

/* A field of the form. */
typedef struct
{
  guint field;
  GtkWidget *row;
  GtkWidget *problem_row;
  GtkWidget *problem; /* label in it */
  gboolean misfit;    /* what is typed does not fit the field, so the draft does not have it */
  GtkWidget *hint_row;
  GtkWidget *hint;     /* label in it */
} Part;

struct _PzForm
{
  AdwPreferencesGroup parent_instance;

  PzRecord *draft;
  GPtrArray *parts;
  PzClassroom *classroom; /* of a live form; NULL otherwise */
  PzRecord *original;
};

G_DEFINE_FINAL_TYPE (PzForm, pz_form, ADW_TYPE_PREFERENCES_GROUP)

static Part *
find_part (PzForm *self,
           guint   field)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->field == field)
      return self->parts->pdata[i];
  return NULL;
}

static Part *
find_row (PzForm    *self,
          GtkWidget *row)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->row == row)
      return self->parts->pdata[i];
  return NULL;
}

static void
show (Part       *part,
      const char *text)
{
  gtk_label_set_label (GTK_LABEL (part->problem), text != NULL ? text : "");
  gtk_widget_set_visible (part->problem_row, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->problem_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  if (text != NULL)
    gtk_widget_add_css_class (part->row, "error");
  else
    gtk_widget_remove_css_class (part->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (part->row), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Into the record of the class, unless a rule of this form speaks against it. A pair that was in the wrong order may
 * have become right by the other field: all that wait go with it. */
static gboolean
take_over (PzForm *self,
           Part   *part)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);
  g_autoptr(GError) error = NULL;
  guint field;

  if (part->misfit)
    return FALSE;
  if (!pz_draft_check (self->draft, document, self->original, &field, &error) && find_part (self, field) != NULL)
    {
      show (find_part (self, field), error->message);
      return FALSE;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *other = self->parts->pdata[i];
      PzEdit edit = { self->classroom, self->original, other->field };
      gboolean waits = other == part || (!other->misfit && gtk_widget_get_visible (other->problem_row));

      if (!waits)
        continue;
      show (other, NULL);
      if (pz_draft_copy_field (self->draft, self->original, other->field))
        pz_edit_queue_save (&edit);
    }
  return TRUE;
}

static void
left_cb (PzForm    *self,
         GtkWidget *row)
{
  Part *part = find_row (self, row);

  if (self->classroom != NULL && part != NULL)
    take_over (self, part);
}

static void
problem_cb (PzForm     *self,
            const char *text,
            GtkWidget  *row)
{
  Part *part = find_row (self, row);

  if (part == NULL)
    return;
  part->misfit = text != NULL;
  show (part, text);
}

/* Everything but typed texts is taken over at once. */
static void
draft_changed_cb (PzForm     *self,
                  GParamSpec *pspec)
{
  int field = pz_schema_find_field (pz_record_get_record_type (self->draft), pspec->name);
  Part *part = field >= 0 ? find_part (self, (guint) field) : NULL;

  if (part == NULL || PZ_IS_DRAFT_ENTRY (part->row) || PZ_IS_DRAFT_TEXT (part->row))
    return;
  show (part, NULL);
  if (self->classroom != NULL)
    take_over (self, part);
}

static void
original_changed_cb (PzForm   *self,
                     PzRecord *record,
                     guint     field)
{
  if (record == self->original && find_part (self, field) != NULL)
    pz_draft_copy_field (self->original, self->draft, field);
}

static void
reloaded_cb (PzForm *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    pz_draft_copy_field (self->original, self->draft, ((Part *) self->parts->pdata[i])->field);
}

/* A list gives up at the first row that takes no focus, such as a hint: go on behind it. */
static gboolean
pz_form_focus (GtkWidget        *widget,
               GtkDirectionType  direction)
{
  PzForm *self = PZ_FORM (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *list, *row;

  if (GTK_WIDGET_CLASS (pz_form_parent_class)->focus (widget, direction))
    return TRUE;
  if (self->parts->len == 0)
    return FALSE;
  list = gtk_widget_get_parent (((Part *) self->parts->pdata[0])->row);
  row = gtk_widget_get_focus_child (list);
  if (row != NULL)
    row = back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  else
    row = back ? gtk_widget_get_last_child (list) : NULL;
  for (; row != NULL; row = back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row) && gtk_widget_child_focus (row, direction))
      return TRUE;
  return FALSE;
}

static void
pz_form_dispose (GObject *object)
{
  PzForm *self = PZ_FORM (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->original);
  G_OBJECT_CLASS (pz_form_parent_class)->dispose (object);
}

static void
pz_form_finalize (GObject *object)
{
  PzForm *self = PZ_FORM (object);

  g_clear_object (&self->draft);
  g_ptr_array_unref (self->parts);
  G_OBJECT_CLASS (pz_form_parent_class)->finalize (object);
}

static void
pz_form_class_init (PzFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_form_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pz_form_focus;
}

static void
pz_form_init (PzForm *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_free);
}

/**
 * pz_form_new:
 * @draft: the record that is written
 *
 * Returns: (transfer floating): a form without fields
 */
GtkWidget *
pz_form_new (PzRecord *draft)
{
  PzForm *self;

  g_return_val_if_fail (PZ_IS_RECORD (draft), NULL);

  self = g_object_new (PZ_TYPE_FORM, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * pz_form_add:
 * @self: the form
 * @field: of the draft, which has its value already
 *
 * Returns: (transfer none): the row of the field
 */
GtkWidget *
pz_form_add (PzForm *self,
             guint   field)
{
  GtkWidget *row;

  g_return_val_if_fail (PZ_IS_FORM (self), NULL);

  row = pz_form_row_new (self->draft, field);
  pz_form_add_row (self, field, row);
  return row;
}

/* A row below the row of a field, for a sentence. */
static GtkWidget *
add_label_row (PzForm     *self,
               const char *css_class,
               GtkWidget **label)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "visible", FALSE,
                                 NULL);

  *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE,
                         "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (*label, css_class);
  gtk_widget_add_css_class (*label, "pz-form-problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), *label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

/**
 * pz_form_add_row:
 * @self: the form
 * @field: of the draft
 * @row: shows and changes the field in a way of its own
 *
 * Puts the row where the next field would stand, so that problems and hints can be said below it.
 */
void
pz_form_add_row (PzForm    *self,
                 guint      field,
                 GtkWidget *row)
{
  Part *part;

  g_return_if_fail (PZ_IS_FORM (self) && GTK_IS_WIDGET (row));

  part = g_new0 (Part, 1);
  part->field = field;
  part->row = row;
  g_ptr_array_add (self->parts, part);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), part->row);
  part->problem_row = add_label_row (self, "error", &part->problem);
  part->hint_row = add_label_row (self, "pz-dim", &part->hint);
  if (PZ_IS_DRAFT_ENTRY (part->row) || PZ_IS_DRAFT_TEXT (part->row))
    {
      g_signal_connect_object (part->row, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (part->row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
    }
}

/**
 * pz_form_show_hint:
 * @self: the form
 * @field: one of its fields; others are passed over
 * @text: (nullable): what might be better; %NULL when there is nothing to say
 *
 * Says it below the row, quietly: a hint is no problem.
 */
void
pz_form_show_hint (PzForm     *self,
                   guint       field,
                   const char *text)
{
  Part *part;

  g_return_if_fail (PZ_IS_FORM (self));

  part = find_part (self, field);
  if (part == NULL || g_strcmp0 (pz_form_get_hint (self, field), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (part->hint), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->hint_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_set_visible (part->hint_row, text != NULL);
}

/**
 * pz_form_get_hint:
 * @self: the form
 * @field: a field
 *
 * Returns: (nullable): what is said below it
 */
const char *
pz_form_get_hint (PzForm *self,
                  guint   field)
{
  Part *part;

  g_return_val_if_fail (PZ_IS_FORM (self), NULL);

  part = find_part (self, field);
  return part != NULL && gtk_widget_get_visible (part->hint_row) ? gtk_label_get_label (GTK_LABEL (part->hint)) : NULL;
}

/**
 * pz_form_set_live:
 * @self: the form, with its fields
 * @classroom: saves what is changed; a class that cannot be changed locks the form
 * @original: the record of the class the draft is of
 *
 * From now on each change goes into @original as a step of its own, and changes from elsewhere show.
 */
void
pz_form_set_live (PzForm      *self,
                  PzClassroom *classroom,
                  PzRecord    *original)
{
  PzDocument *document;

  g_return_if_fail (PZ_IS_FORM (self) && PZ_IS_CLASSROOM (classroom) && PZ_IS_RECORD (original));

  document = pz_classroom_get_document (classroom);
  g_set_object (&self->classroom, classroom);
  g_set_object (&self->original, original);
  g_signal_connect_object (document, "changed", G_CALLBACK (original_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !pz_classroom_is_read_only (classroom));
}

/**
 * pz_form_show_problem:
 * @self: the form
 * @field: one of its fields
 * @text: (nullable): what is wrong; %NULL when nothing is
 *
 * Says it below the row, which gets the focus.
 */
void
pz_form_show_problem (PzForm     *self,
                      guint       field,
                      const char *text)
{
  Part *part;

  g_return_if_fail (PZ_IS_FORM (self));

  part = find_part (self, field);
  if (part == NULL)
    return;
  show (part, text);
  if (text != NULL)
    gtk_widget_child_focus (part->row, GTK_DIR_TAB_FORWARD);
}

/**
 * pz_form_get_problem:
 * @self: the form
 * @field: one of its fields
 *
 * Returns: (nullable): what is said to be wrong with the field
 */
const char *
pz_form_get_problem (PzForm *self,
                     guint   field)
{
  Part *part;

  g_return_val_if_fail (PZ_IS_FORM (self), NULL);

  part = find_part (self, field);
  return part != NULL && gtk_widget_get_visible (part->problem_row) ? gtk_label_get_label (GTK_LABEL (part->problem))
                                                                    : NULL;
}

/**
 * pz_form_commit:
 * @self: the form
 *
 * Takes over what is typed, as leaving each field does.
 *
 * Returns: whether everything that is typed fits
 */
gboolean
pz_form_commit (PzForm *self)
{
  gboolean fits = TRUE;

  g_return_val_if_fail (PZ_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = self->parts->pdata[i];

      if (self->classroom != NULL && !pz_classroom_is_read_only (self->classroom))
        fits &= take_over (self, part);
      else
        fits &= !part->misfit;
    }
  return fits;
}
