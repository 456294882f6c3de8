/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-page.h"

#include "pz-avatar.h"
#include "pz-choice-row.h"
#include "pz-columns-layout.h"
#include "pz-contacts-group.h"
#include "pz-field-row.h"
#include "pz-learner.h"
#include "pz-note-field.h"
#include "pz-privacy.h"
#include "pz-record-chips.h"

#include <glib/gi18n-lib.h>

#define CLAMP_WIDTH 690
#define AVATAR_SIZE 64
#define PORTRAIT_COLUMN 260 /* px, least width of a column of the portrait while there are two */

struct _PzLearnerPage
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  PzRecord *learner; /* the owner of the document */
  PzLearnerFacts *facts;
  PzClassValues *values;

  GtkWidget *box;
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *line;
  GtkWidget *given_name;
  GtkWidget *level;
  GPtrArray *editors; /* field rows and note fields, borrowed from the widget tree */
};

G_DEFINE_FINAL_TYPE (PzLearnerPage, pz_learner_page, ADW_TYPE_BIN)

static const struct
{
  guint field;
  const char *icon;
} portrait[] = {
  { PZ_LEARNER_STRENGTHS, "starred-symbolic" },
  { PZ_LEARNER_NEEDS, "mark-location-symbolic" },
  { PZ_LEARNER_INTERESTS, "emote-love-symbolic" },
  { PZ_LEARNER_SUPPORTS, "preferences-desktop-accessibility-symbolic" },
};

static PzEdit
edit_for (PzLearnerPage *self,
          guint          field)
{
  return (PzEdit) { self->classroom, self->learner, field };
}

/* Sensitive fields stay out of sight until the teacher turned them on for the class. */
static gboolean
is_field_on (PzLearnerPage *self,
             guint          field)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field];
  PzRecord *class_record = pz_document_get_owner (pz_classroom_get_document (self->classroom));

  return !(schema->flags & PZ_FIELD_SENSITIVE) || pz_record_set_has (class_record, PZ_CLASSROOM_FIELDS_ON, schema->name);
}

/* "she/her · Level B · Somali, Swedish" */
static char *
dup_line (PzLearnerPage *self)
{
  const char *parts[4] = { NULL };
  g_auto(GStrv) languages = pz_record_dup_set (self->learner, PZ_LEARNER_HOME_LANGUAGES);
  g_autofree char *joined = g_strjoinv (C_("between languages", ", "), languages);
  guint n = 0;

  parts[n] = pz_record_get_text (self->learner, PZ_LEARNER_PRONOUNS);
  if (parts[n] != NULL)
    n++;
  parts[n] = pz_learner_facts_get_level_name (self->facts, pz_record_get_text (self->learner, PZ_LEARNER_LEVEL));
  if (parts[n] != NULL)
    n++;
  if (*joined != '\0')
    parts[n++] = joined;
  return g_strjoinv (" · ", (char **) parts);
}

static void
update_header (PzLearnerPage *self)
{
  g_autofree char *real_name = pz_learner_dup_display_name (self->learner);
  g_autofree char *name = pz_privacy_dup_name (pz_document_get_id (self->document), real_name);
  gboolean hidden = pz_privacy_is_hidden ();
  g_autofree char *line = dup_line (self);
  const char *preferred = pz_record_get_text (self->learner, PZ_LEARNER_PREFERRED_NAME);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  gtk_widget_set_visible (self->line, *line != '\0');
  if (preferred == NULL)
    preferred = pz_record_get_text (self->learner, PZ_LEARNER_GIVEN_NAME);
  pz_avatar_set_person (PZ_AVATAR (self->avatar), pz_document_get_id (self->document), hidden ? NULL : preferred,
                        hidden ? NULL : pz_record_get_text (self->learner, PZ_LEARNER_FAMILY_NAME));
}

static void
add_header (PzLearnerPage *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->avatar = pz_avatar_new (AVATAR_SIZE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  self->name = gtk_label_new (NULL);
  self->line = gtk_label_new (NULL);
  for (gsize i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? self->name : self->line);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (texts), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (self->name, "title-1");
  gtk_widget_add_css_class (self->line, "pz-dim");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (header), self->avatar);
  gtk_box_append (GTK_BOX (header), texts);
  gtk_box_append (GTK_BOX (self->box), header);
}

static void
add_chips (PzLearnerPage *self,
           GtkWidget     *parent,
           guint          field,
           const char    *icon)
{
  PzEdit edit = edit_for (self, field);

  gtk_box_append (GTK_BOX (parent), pz_record_chips_new (&edit, self->values, icon));
}

/* A box under a layout of ours. */
static GtkWidget *
add_area (PzLearnerPage    *self,
          GtkLayoutManager *layout)
{
  GtkWidget *area = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (area, layout);
  gtk_box_append (GTK_BOX (self->box), area);
  return area;
}

static void
add_row (PzLearnerPage *self,
         GtkWidget     *group,
         GtkWidget     *row)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);

  if (PZ_IS_FIELD_ROW (row))
    {
      gtk_editable_set_editable (GTK_EDITABLE (row), !locked);
      g_ptr_array_add (self->editors, row);
    }
  else
    gtk_widget_set_sensitive (row, !locked);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_field (PzLearnerPage *self,
           GtkWidget     *group,
           guint          field)
{
  PzEdit edit = edit_for (self, field);
  GtkWidget *row;

  if (!is_field_on (self, field))
    return NULL;
  row = pz_field_row_new (&edit);
  add_row (self, group, row);
  return row;
}

static GtkWidget *
add_group (PzLearnerPage *self,
           const char    *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  PzRecord *left = *(PzRecord **) a;
  PzRecord *right = *(PzRecord **) b;
  int position = g_strcmp0 (pz_record_get_text (left, PZ_LEVEL_POSITION), pz_record_get_text (right, PZ_LEVEL_POSITION));

  return position != 0 ? position : g_strcmp0 (pz_record_get_text (left, PZ_LEVEL_NAME),
                                               pz_record_get_text (right, PZ_LEVEL_NAME));
}

/* Offers the levels of the class in their order; one in the trash only while the learner still has it. */
static void
update_levels (PzLearnerPage *self)
{
  GListModel *model = pz_document_get_records (pz_classroom_get_document (self->classroom), PZ_RECORD_LEVEL);
  const char *current = pz_record_get_text (self->learner, PZ_LEARNER_LEVEL);
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      PzRecord *level = g_list_model_get_item (model, i);

      g_ptr_array_add (levels, level);
    }
  g_ptr_array_sort (levels, compare_levels);
  for (guint i = 0; i < levels->len; i++)
    {
      PzRecord *level = levels->pdata[i];
      const char *name = pz_record_get_text (level, PZ_LEVEL_NAME);

      if (name == NULL || (pz_record_is_deleted (level) && g_strcmp0 (pz_record_get_id (level), current) != 0))
        continue;
      g_ptr_array_add (ids, (gpointer) pz_record_get_id (level));
      g_ptr_array_add (names, (gpointer) name);
    }
  gtk_widget_set_visible (self->level, ids->len > 0);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  pz_choice_row_set_choices (PZ_CHOICE_ROW (self->level), (const char * const *) ids->pdata,
                             (const char * const *) names->pdata);
}

static void
add_names (PzLearnerPage *self)
{
  GtkWidget *group = add_group (self, _("Names"));
  PzEdit edit = edit_for (self, PZ_LEARNER_LEVEL);

  pz_privacy_hide (group);
  self->given_name = add_field (self, group, PZ_LEARNER_GIVEN_NAME);
  add_field (self, group, PZ_LEARNER_MIDDLE_NAME);
  add_field (self, group, PZ_LEARNER_FAMILY_NAME);
  add_field (self, group, PZ_LEARNER_PREFERRED_NAME);
  add_field (self, group, PZ_LEARNER_PRONOUNS);
  add_field (self, group, PZ_LEARNER_BIRTH_DATE);
  self->level = pz_choice_row_new (&edit, C_("level", "None"));
  add_row (self, group, self->level);
  update_levels (self);
}

static void
add_access (PzLearnerPage *self)
{
  const guint fields[] = { PZ_LEARNER_DEVICE_AT_HOME, PZ_LEARNER_INTERNET_AT_HOME, PZ_LEARNER_QUIET_PLACE };
  GtkWidget *group = add_group (self, _("Access at home"));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      PzEdit edit = edit_for (self, fields[i]);

      add_row (self, group, pz_choice_row_new (&edit, C_("access at home", "Not known")));
    }
}

static void
add_note (PzLearnerPage *self,
          guint          field)
{
  PzEdit edit = edit_for (self, field);
  const PzField *schema = pz_edit_get_field (&edit);
  GtkWidget *group = add_group (self, pz_field_get_label (schema));
  GtkWidget *note = pz_note_field_new (&edit);

  if (schema->flags & PZ_FIELD_LOCAL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), pz_field_get_purpose (schema));
  pz_privacy_hide (group);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (note), !pz_classroom_is_read_only (self->classroom));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), note);
  g_ptr_array_add (self->editors, note);
}

static void
class_changed_cb (PzLearnerPage *self)
{
  pz_learner_facts_update (self->facts);
  update_levels (self);
  update_header (self);
}

static void
pz_learner_page_dispose (GObject *object)
{
  PzLearnerPage *self = PZ_LEARNER_PAGE (object);

  if (self->editors != NULL)
    pz_learner_page_commit (self);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->facts);
  g_clear_object (&self->values);
  self->learner = NULL;
  G_OBJECT_CLASS (pz_learner_page_parent_class)->dispose (object);
}

static void
pz_learner_page_class_init (PzLearnerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_page_dispose;
}

static void
pz_learner_page_init (PzLearnerPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->editors = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->box, "pz-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * pz_learner_page_new:
 * @classroom: saves what is changed
 * @document: the learner
 * @facts: what the class knows
 * @values: what to offer where chips are added
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_learner_page_new (PzClassroom    *classroom,
                     PzDocument     *document,
                     PzLearnerFacts *facts,
                     PzClassValues  *values)
{
  PzLearnerPage *self;
  GtkWidget *area, *contacts;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  self->learner = pz_document_get_owner (document);
  self->facts = g_object_ref (facts);
  self->values = g_object_ref (values);
  add_header (self);
  area = add_area (self, pz_columns_layout_new (18, PORTRAIT_COLUMN, 2));
  for (gsize i = 0; i < G_N_ELEMENTS (portrait); i++)
    add_chips (self, area, portrait[i].field, portrait[i].icon);
  add_names (self);
  add_chips (self, self->box, PZ_LEARNER_HOME_LANGUAGES, NULL);
  add_access (self);
  contacts = pz_contacts_group_new (classroom, document);
  pz_privacy_hide (contacts);
  gtk_box_append (GTK_BOX (self->box), contacts);
  add_note (self, PZ_LEARNER_NOTES);
  add_note (self, PZ_LEARNER_PRIVATE_NOTES);
  update_header (self);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_page_get_id:
 * @self: the page
 *
 * Returns: the id of the learner
 */
const char *
pz_learner_page_get_id (PzLearnerPage *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_PAGE (self), NULL);
  return pz_document_get_id (self->document);
}

/**
 * pz_learner_page_focus_name:
 * @self: the page
 *
 * Puts the keyboard focus where the given name is written: for a learner who is new.
 */
void
pz_learner_page_focus_name (PzLearnerPage *self)
{
  g_return_if_fail (PZ_IS_LEARNER_PAGE (self));
  gtk_widget_grab_focus (self->given_name);
}

/**
 * pz_learner_page_commit:
 * @self: the page
 *
 * Takes over what is being typed, as if the field had been left.
 */
void
pz_learner_page_commit (PzLearnerPage *self)
{
  g_return_if_fail (PZ_IS_LEARNER_PAGE (self));

  for (guint i = 0; i < self->editors->len; i++)
    {
      if (PZ_IS_FIELD_ROW (self->editors->pdata[i]))
        pz_field_row_commit (self->editors->pdata[i]);
      else
        pz_note_field_commit (self->editors->pdata[i]);
    }
}
