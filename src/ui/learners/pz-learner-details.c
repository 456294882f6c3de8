/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-details.h"

#include "pz-choice-row.h"
#include "pz-compat.h"
#include "pz-conflict-badge.h"
#include "pz-contacts-row.h"
#include "pz-details-words.h"
#include "pz-field-row.h"
#include "pz-lens-row.h"
#include "pz-level-row.h"
#include "pz-note-field.h"
#include "pz-privacy.h"
#include "pz-record-chips.h"

#include <glib/gi18n-lib.h>

struct _PzLearnerDetails
{
  AdwPreferencesGroup parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  PzRecord *learner; /* the owner of the document */
  PzClassValues *values;
  GtkWidget *names;
  GtkWidget *home;
  GtkWidget *lenses;
  GtkWidget *notes;
  GtkWidget *given_name; /* NULL until the names were opened */
  GPtrArray *lens_rows;
  GPtrArray *editors;    /* field rows and note fields, borrowed from the widget tree */
};

G_DEFINE_FINAL_TYPE (PzLearnerDetails, pz_learner_details, ADW_TYPE_PREFERENCES_GROUP)

static PzEdit
edit_for (PzLearnerDetails *self,
          guint             field)
{
  return (PzEdit) { self->classroom, self->learner, field };
}

static void
add_row (PzLearnerDetails *self,
         GtkWidget        *parent,
         GtkWidget        *row)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);

  if (PZ_IS_FIELD_ROW (row))
    {
      gtk_editable_set_editable (GTK_EDITABLE (row), !locked);
      g_ptr_array_add (self->editors, row);
    }
  else
    gtk_widget_set_sensitive (row, !locked);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), row);
}

/* Something that is no row of its own kind, with some air around it. */
static void
add_child (GtkWidget  *parent,
           GtkWidget  *child,
           const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 12);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), row);
}

static void
fill_names (PzLearnerDetails *self)
{
  const guint fields[] = { PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_MIDDLE_NAME, PZ_LEARNER_FAMILY_NAME,
                           PZ_LEARNER_PREFERRED_NAME, PZ_LEARNER_PRONOUNS, PZ_LEARNER_EMAIL, PZ_LEARNER_GRADE,
                           PZ_LEARNER_BIRTH_DATE };
  PzEdit level = edit_for (self, PZ_LEARNER_LEVEL);

  if (self->given_name != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      PzEdit edit = edit_for (self, fields[i]);
      GtkWidget *row;

      if (!pz_details_is_field_on (self->classroom, fields[i]))
        continue;
      row = pz_field_row_new (&edit);
      add_row (self, self->names, row);
      if (fields[i] == PZ_LEARNER_GIVEN_NAME)
        self->given_name = row;
    }
  add_row (self, self->names, pz_level_row_new (&level));
}

static void
fill_home (PzLearnerDetails *self)
{
  const guint fields[] = { PZ_LEARNER_DEVICE_AT_HOME, PZ_LEARNER_INTERNET_AT_HOME, PZ_LEARNER_QUIET_PLACE };
  PzEdit languages = edit_for (self, PZ_LEARNER_HOME_LANGUAGES);

  g_signal_handlers_disconnect_by_func (self->home, fill_home, self); /* once */
  add_child (self->home, pz_record_chips_new (&languages, self->values, NULL),
             pz_field_get_label (pz_edit_get_field (&languages)));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      PzEdit edit = edit_for (self, fields[i]);

      add_row (self, self->home, pz_choice_row_new (&edit, C_("access at home", "Not known")));
    }
}

static void
fill_lenses (PzLearnerDetails *self)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (self->classroom), PZ_RECORD_LENS);

  for (guint i = 0; i < self->lens_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->lenses), self->lens_rows->pdata[i]);
  g_ptr_array_set_size (self->lens_rows, 0);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->lenses)))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);
      GtkWidget *row;

      if (pz_record_is_deleted (lens))
        continue;
      row = pz_lens_row_new (self->classroom, self->learner, lens);
      add_row (self, self->lenses, row);
      g_ptr_array_add (self->lens_rows, row);
    }
}

/* the name of a field that is no row, and beside it what other devices wrote there */
static GtkWidget *
make_title (PzLearnerDetails *self,
            PzEdit           *edit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (pz_field_get_label (pz_edit_get_field (edit)));
  GtkWidget *badge = pz_conflict_badge_new (edit->record, edit->field, PZ_BADGE_BARE);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "pz-dim");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), badge);
  g_signal_connect_object (self->document, "reloaded", G_CALLBACK (pz_conflict_badge_update), badge, G_CONNECT_SWAPPED);
  return box;
}

static void
add_note (PzLearnerDetails *self,
          guint             field)
{
  PzEdit edit = edit_for (self, field);
  const PzField *schema = pz_edit_get_field (&edit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = pz_note_field_new (&edit);

  gtk_box_append (GTK_BOX (box), make_title (self, &edit));
  gtk_widget_remove_css_class (note, "card");
  gtk_widget_add_css_class (note, "inset");
  gtk_text_view_set_editable (GTK_TEXT_VIEW (note), !pz_classroom_is_read_only (self->classroom));
  gtk_box_append (GTK_BOX (box), note);
  if (schema->flags & PZ_FIELD_LOCAL)
    {
      GtkWidget *purpose = gtk_label_new (pz_field_get_purpose (schema));

      gtk_label_set_xalign (GTK_LABEL (purpose), 0);
      gtk_label_set_wrap (GTK_LABEL (purpose), TRUE);
      gtk_widget_add_css_class (purpose, "caption");
      gtk_widget_add_css_class (purpose, "pz-dim");
      gtk_box_append (GTK_BOX (box), purpose);
    }
  add_child (self->notes, box, pz_field_get_label (schema));
  g_ptr_array_add (self->editors, note);
}

static void
fill_notes (PzLearnerDetails *self)
{
  g_signal_handlers_disconnect_by_func (self->notes, fill_notes, self); /* once */
  add_note (self, PZ_LEARNER_NOTES);
  add_note (self, PZ_LEARNER_PRIVATE_NOTES);
}

/* What a row holds is made when it is opened for the first time: most stay closed. */
static GtkWidget *
add_expander (PzLearnerDetails *self,
              const char       *title,
              GCallback         fill)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  pz_details_name_lists (row, title);
  g_signal_connect_object (row, "notify::expanded", fill, self, G_CONNECT_SWAPPED);
  return row;
}

static guint
count_lenses (PzLearnerDetails *self)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (self->classroom), PZ_RECORD_LENS);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);

      n += pz_record_is_deleted (lens) ? 0 : 1;
    }
  return n;
}

static void
class_changed_cb (PzLearnerDetails *self,
                  PzRecord         *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_LENS)
    fill_lenses (self);
  pz_learner_details_update (self);
}

static void
class_reloaded_cb (PzLearnerDetails *self)
{
  fill_lenses (self);
  pz_learner_details_update (self);
}

static void
pz_learner_details_dispose (GObject *object)
{
  PzLearnerDetails *self = PZ_LEARNER_DETAILS (object);

  if (self->editors != NULL)
    pz_learner_details_commit (self);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->lens_rows, g_ptr_array_unref);
  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->values);
  self->learner = NULL;
  G_OBJECT_CLASS (pz_learner_details_parent_class)->dispose (object);
}

static void
pz_learner_details_class_init (PzLearnerDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_details_dispose;
}

static void
pz_learner_details_init (PzLearnerDetails *self)
{
  self->editors = g_ptr_array_new ();
  self->lens_rows = g_ptr_array_new ();
}

/**
 * pz_details_name_lists:
 * @widget: an expander row or a group of rows
 * @name: what it holds, translated
 *
 * Gives the widget, when it is a row, and the lists in it a name for those who listen, down to the next row.
 */
void
pz_details_name_lists (GtkWidget  *widget,
                       const char *name)
{
  if (GTK_IS_LIST_BOX (widget) || ADW_IS_EXPANDER_ROW (widget))
    pz_widget_set_spoken_name (widget, name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LIST_BOX_ROW (child))
      pz_details_name_lists (child, name);
}

/**
 * pz_learner_details_new:
 * @classroom: saves what is changed
 * @document: the learner
 * @values: what to offer where languages are added
 *
 * Returns: (transfer floating): names, home, lenses, contacts and notes
 */
GtkWidget *
pz_learner_details_new (PzClassroom   *classroom,
                        PzDocument    *document,
                        PzClassValues *values)
{
  PzLearnerDetails *self;
  GtkWidget *contacts;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_DETAILS, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  self->learner = pz_document_get_owner (document);
  self->values = g_object_ref (values);
  self->names = add_expander (self, _("Names and level"), G_CALLBACK (fill_names));
  self->home = add_expander (self, _("Languages and access at home"), G_CALLBACK (fill_home));
  self->lenses = add_expander (self, _("Lenses"), G_CALLBACK (fill_lenses));
  contacts = pz_contacts_row_new (classroom, document);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), contacts);
  self->notes = add_expander (self, _("Notes"), G_CALLBACK (fill_notes));
  pz_privacy_hide (self->names);
  pz_privacy_hide (contacts);
  pz_privacy_hide (self->notes);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_learner_details_update), self,
                           G_CONNECT_SWAPPED);
  own = pz_classroom_get_document (classroom);
  g_signal_connect_object (document, "changed", G_CALLBACK (pz_learner_details_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (pz_learner_details_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "reloaded", G_CALLBACK (class_reloaded_cb), self, G_CONNECT_SWAPPED);
  pz_details_name_lists (GTK_WIDGET (self), _("More about the learner"));
  pz_learner_details_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_details_update:
 * @self: the details
 *
 * Says in each closed row what the documents say now.
 */
void
pz_learner_details_update (PzLearnerDetails *self)
{
  g_autofree char *names = NULL;
  g_autofree char *home = NULL;
  g_autofree char *lenses = NULL;
  g_autofree char *notes = NULL;

  g_return_if_fail (PZ_IS_LEARNER_DETAILS (self));

  names = pz_details_dup_names (self->classroom, self->learner);
  home = pz_details_dup_home (self->learner);
  lenses = pz_details_dup_lenses (self->classroom, self->learner);
  notes = pz_details_dup_notes (self->learner);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->names),
                                 pz_details_is_field_on (self->classroom, PZ_LEARNER_BIRTH_DATE)
                                   ? _("Names, birth date and level") : _("Names and level"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->names), names);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->home), home);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->lenses), lenses);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->notes), notes);
  gtk_widget_set_visible (self->lenses, pz_details_is_field_on (self->classroom, PZ_LEARNER_LENS_VALUES)
                                          && count_lenses (self) > 0 && !pz_privacy_is_hidden ());
}

/**
 * pz_learner_details_focus_name:
 * @self: the details
 *
 * Opens the names and puts the keyboard focus where the given name is written.
 */
void
pz_learner_details_focus_name (PzLearnerDetails *self)
{
  g_return_if_fail (PZ_IS_LEARNER_DETAILS (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->names), TRUE);
  gtk_widget_grab_focus (self->given_name);
}

/**
 * pz_learner_details_commit:
 * @self: the details
 *
 * Takes over what is being typed, as if the field had been left.
 */
void
pz_learner_details_commit (PzLearnerDetails *self)
{
  g_return_if_fail (PZ_IS_LEARNER_DETAILS (self));

  for (guint i = 0; i < self->editors->len; i++)
    {
      if (PZ_IS_FIELD_ROW (self->editors->pdata[i]))
        pz_field_row_commit (self->editors->pdata[i]);
      else
        pz_note_field_commit (self->editors->pdata[i]);
    }
}
