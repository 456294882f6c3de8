/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-row.h"

#include "pz-search-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many standards are offered at once; a few letters lead to the others. */
#define MOST_FOUND 8
#define LINES 3

struct _PzStandardRow
{
  AdwActionRow parent_instance;

  PzClassroom *classroom;
  PzRecord *draft;
  guint field;
  GPtrArray *frameworks; /* PzDocument; NULL until they are looked at */
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *found;      /* box of buttons */
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (PzStandardRow, pz_standard_row, ADW_TYPE_ACTION_ROW)

/* Read when first needed; one that cannot be read is left out, the check of the class speaks of it. */
static GPtrArray *
get_frameworks (PzStandardRow *self)
{
  g_autoptr(GPtrArray) ids = NULL;

  if (self->frameworks != NULL)
    return self->frameworks;
  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  ids = pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PzDocument *document = pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, ids->pdata[i], NULL);

      if (document != NULL)
        g_ptr_array_add (self->frameworks, document);
    }
  return self->frameworks;
}

static char *
dup_words (PzRecord *standard)
{
  const char *code = pz_record_get_text (standard, PZ_STANDARD_CODE);
  const char *statement = pz_record_get_text (standard, PZ_STANDARD_STATEMENT);

  if (code == NULL || statement == NULL)
    return g_strdup (code != NULL ? code : statement != NULL ? statement : C_("standard", "Without words"));
  /* Translators: the short name of a standard, and what a learner can do */
  return g_strdup_printf (C_("standard", "%1$s · %2$s"), code, statement);
}

static PzRecord *
find_standard (PzStandardRow *self,
               const char    *id)
{
  GPtrArray *frameworks = get_frameworks (self);

  for (guint i = 0; i < frameworks->len; i++)
    {
      PzRecord *record = pz_document_find (frameworks->pdata[i], id);

      if (record != NULL && pz_record_get_record_type (record) == PZ_RECORD_STANDARD)
        return record;
    }
  return NULL;
}

static void
draft_changed_cb (PzStandardRow *self)
{
  const char *id = pz_record_get_text (self->draft, self->field);
  PzRecord *standard = id != NULL ? find_standard (self, id) : NULL;
  g_autofree char *words = NULL;

  if (standard != NULL)
    words = dup_words (standard);
  else if (id != NULL)
    words = g_strdup (C_("standard", "One that is not in the class any more"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : C_("choice", "None"));
  gtk_widget_set_visible (self->remove, id != NULL);
}

static void
choose (PzStandardRow *self,
        const char    *id)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  pz_record_set_text (self->draft, self->field, id);
}

static void
clicked_cb (GtkWidget     *button,
            PzStandardRow *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "pz-standard"));

  choose (self, id);
}

static void
remove_clicked_cb (PzStandardRow *self)
{
  choose (self, NULL);
}

static void
add_found (PzStandardRow *self,
           PzRecord      *standard)
{
  g_autofree char *words = dup_words (standard);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "pz-standard", g_strdup (pz_record_get_id (standard)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->found), button);
}

static gboolean
matches (PzRecord   *standard,
         const char *typed)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (pz_record_is_deleted (standard))
    return FALSE;
  words = dup_words (standard);
  folded = pz_search_fold (words);
  return strstr (folded, typed) != NULL;
}

static guint
add_matching (PzStandardRow *self,
              PzDocument    *framework,
              const char    *typed,
              guint          n)
{
  GListModel *standards = pz_document_get_records (framework, PZ_RECORD_STANDARD);

  for (guint i = 0; i < g_list_model_get_n_items (standards) && n < MOST_FOUND; i++)
    {
      g_autoptr(PzRecord) standard = g_list_model_get_item (standards, i);

      if (!matches (standard, typed))
        continue;
      add_found (self, standard);
      n++;
    }
  return n;
}

static void
typed_cb (PzStandardRow *self)
{
  pz_standard_row_search (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
entry_activated_cb (PzStandardRow *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->found);

  if (GTK_IS_BUTTON (first))
    clicked_cb (first, self);
}

static void
shown_cb (PzStandardRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  typed_cb (self);
  gtk_widget_grab_focus (self->entry);
}

static void
pz_standard_row_dispose (GObject *object)
{
  PzStandardRow *self = PZ_STANDARD_ROW (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  G_OBJECT_CLASS (pz_standard_row_parent_class)->dispose (object);
}

static void
pz_standard_row_class_init (PzStandardRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_standard_row_dispose;
}

static void
make_popover (PzStandardRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  self->entry = gtk_entry_new ();
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->remove = gtk_button_new_with_mnemonic (C_("standard", "_No Standard"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Search standards"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search standards"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search standards"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->found);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

static void
pz_standard_row_init (PzStandardRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  make_popover (self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-find-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search standards"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), LINES);
}

/**
 * pz_standard_row_new:
 * @classroom: has the frameworks
 * @draft: the record that is written
 * @field: a reference to a standard
 *
 * Returns: (transfer floating) (nullable): a row that shows the field and changes it; %NULL when the class has no
 *   framework and the field is empty
 */
GtkWidget *
pz_standard_row_new (PzClassroom *classroom,
                     PzRecord    *draft,
                     guint        field)
{
  g_autoptr(GPtrArray) ids = NULL;
  PzStandardRow *self;
  const PzField *schema;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_RECORD (draft), NULL);

  ids = pz_classroom_list (classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  if ((ids == NULL || ids->len == 0) && pz_record_is_empty (draft, field))
    return NULL;
  schema = &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
  self = g_object_new (PZ_TYPE_STANDARD_ROW, "use-markup", FALSE, "title", pz_field_get_label (schema), "tooltip-text",
                       pz_field_get_purpose (schema), NULL);
  self->classroom = g_object_ref (classroom);
  self->draft = g_object_ref (draft);
  self->field = field;
  signal = g_strconcat ("notify::", schema->name, NULL);
  g_signal_connect_object (draft, signal, G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_standard_row_search:
 * @self: the row
 * @text: a part of a code or of a statement
 *
 * Offers the first standards that have it, in the order of their framework.
 */
void
pz_standard_row_search (PzStandardRow *self,
                        const char    *text)
{
  g_autofree char *typed = NULL;
  GPtrArray *frameworks;
  GtkWidget *child;
  guint n = 0;

  g_return_if_fail (PZ_IS_STANDARD_ROW (self) && text != NULL);

  typed = pz_search_fold (text);
  frameworks = get_frameworks (self);
  while ((child = gtk_widget_get_first_child (self->found)) != NULL)
    gtk_box_remove (GTK_BOX (self->found), child);
  for (guint i = 0; i < frameworks->len; i++)
    n = add_matching (self, frameworks->pdata[i], typed, n);
  if (n > 0)
    return;
  child = gtk_label_new (_("No standard has these words."));
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_widget_add_css_class (child, "pz-dim");
  gtk_box_append (GTK_BOX (self->found), child);
}
