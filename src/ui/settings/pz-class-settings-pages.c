/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-settings-pages.h"

#include "pz-class-rules.h"
#include "pz-closed-days-group.h"
#include "pz-form.h"
#include "pz-privacy-group.h"
#include "pz-record-list-group.h"
#include "pz-record-words.h"
#include "pz-school-days-row.h"

#include <glib/gi18n-lib.h>

struct _PzClassSettingsPages
{
  PzClassroom *classroom;
  AdwToastOverlay *toasts;
  AdwToast *undo_toast; /* the one that is shown, if any */
  PzDraft *draft;       /* of the record of the class */
  GPtrArray *forms;     /* live ones */
};

static PzRecord *
get_record (PzClassSettingsPages *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static GtkWidget *
add_form (PzClassSettingsPages *self,
          GtkWidget            *page,
          const char           *title,
          const guint          *fields,
          gsize                 n_fields)
{
  GtkWidget *form = pz_form_new (self->draft->record);

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (form), title);
  for (gsize i = 0; i < n_fields; i++)
    pz_form_add (PZ_FORM (form), fields[i]);
  pz_form_set_live (PZ_FORM (form), self->classroom, get_record (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (form));
  g_ptr_array_add (self->forms, g_object_ref (form));
  return form;
}

static void
fill_general (PzClassSettingsPages *self,
              GtkWidget            *page)
{
  const guint names[] = { PZ_CLASSROOM_NAME, PZ_CLASSROOM_SUBJECT, PZ_CLASSROOM_SCHOOL };
  const guint term[] = { PZ_CLASSROOM_TERM_START, PZ_CLASSROOM_TERM_END };
  const guint shares[] = { PZ_CLASSROOM_SHARE_MIN, PZ_CLASSROOM_SHARE_MAX };

  add_form (self, page, NULL, names, G_N_ELEMENTS (names));
  add_form (self, page, _("Term"), term, G_N_ELEMENTS (term));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (add_form (self, page, _("Learning together"), shares, G_N_ELEMENTS (shares))),
    _("Your own target for how much of the time learners work together rather than alone."));
}

static void
record_deleted_cb (GtkWidget *group,
                   gpointer   user_data)
{
  PzRecordType type = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (group), "pz-type"));

  pz_class_settings_pages_show_message (user_data, pz_record_words_get (type, PZ_WORD_DELETED), TRUE);
}

static void
fill_records (PzClassSettingsPages *self,
              GtkWidget            *page,
              PzRecordType          type)
{
  GtkWidget *group = pz_record_list_group_new (self->classroom, type);

  g_object_set_data (G_OBJECT (group), "pz-type", GUINT_TO_POINTER (type));
  g_signal_connect (group, "deleted", G_CALLBACK (record_deleted_cb), self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static void
fill_calendar (PzClassSettingsPages *self,
               GtkWidget            *page)
{
  const guint rhythm[] = { PZ_CLASSROOM_CHECK_IN_EVERY };
  GtkWidget *form = add_form (self, page, _("Rhythm"), rhythm, G_N_ELEMENTS (rhythm));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form),
                                         _("After so many days with school a learner counts as not seen for a while."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), pz_school_days_row_new (self->classroom));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (pz_closed_days_group_new (self->classroom)));
}

static void
field_hidden_cb (GtkWidget  *group,
                 const char *label,
                 gpointer    user_data)
{
  g_autofree char *text = NULL;

  /* Translators: %s is the name of a field, such as Birth date */
  text = g_strdup_printf (_("“%s” is hidden; nothing was deleted"), label);
  pz_class_settings_pages_show_message (user_data, text, TRUE);
}

static void
update_passed (PzClassSettingsPages *self,
               GtkWidget            *row)
{
  GDate today;

  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  gtk_widget_set_visible (row, pz_class_is_past_keeping (get_record (self), &today));
}

static void
draft_changed_cb (GtkWidget *row)
{
  update_passed (g_object_get_data (G_OBJECT (row), "pz-pages"), row);
}

static void
fill_privacy (PzClassSettingsPages *self,
              GtkWidget            *page)
{
  const guint keep[] = { PZ_CLASSROOM_RETENTION_DATE };
  GtkWidget *group = pz_privacy_group_new (self->classroom);
  GtkWidget *passed = adw_action_row_new ();
  GtkWidget *form;

  g_signal_connect (group, "hidden", G_CALLBACK (field_hidden_cb), self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  form = add_form (self, page, _("How long"), keep, G_N_ELEMENTS (keep));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (passed), _("This day has come"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (passed),
                               _("Choose a later day, or export the class and delete it: the bar in the window offers both."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (passed), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), passed);
  g_object_set_data (G_OBJECT (passed), "pz-pages", self);
  g_signal_connect_object (get_record (self), "notify::retention-date", G_CALLBACK (draft_changed_cb), passed,
                           G_CONNECT_SWAPPED);
  update_passed (self, passed);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (pz_privacy_local_group_new ()));
}

/**
 * pz_class_settings_pages_new:
 * @classroom: the class
 * @toasts: (transfer none): where messages are shown
 *
 * Returns: (transfer full): the contents of the pages
 */
PzClassSettingsPages *
pz_class_settings_pages_new (PzClassroom     *classroom,
                             AdwToastOverlay *toasts)
{
  PzClassSettingsPages *self = g_new0 (PzClassSettingsPages, 1);

  self->classroom = g_object_ref (classroom);
  self->toasts = toasts;
  self->forms = g_ptr_array_new_with_free_func (g_object_unref);
  self->draft = pz_draft_new (pz_classroom_get_environment (classroom), PZ_RECORD_CLASSROOM);
  pz_draft_copy (get_record (self), self->draft->record);
  return self;
}

/**
 * pz_class_settings_pages_free:
 * @self: (transfer full): the contents
 */
void
pz_class_settings_pages_free (PzClassSettingsPages *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->forms);
  pz_draft_free (self->draft);
  g_clear_object (&self->undo_toast);
  g_object_unref (self->classroom);
  g_free (self);
}

/**
 * pz_class_settings_pages_make:
 * @self: the contents
 * @name: of a page
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_class_settings_pages_make (PzClassSettingsPages *self,
                              const char           *name)
{
  const struct { const char *page; PzRecordType type; } lists[] = {
    { "levels", PZ_RECORD_LEVEL }, { "lenses", PZ_RECORD_LENS }, { "measures", PZ_RECORD_MEASURE },
    { "strategies", PZ_RECORD_STRATEGY }, { "phrases", PZ_RECORD_TEMPLATE },
  };
  GtkWidget *page = adw_preferences_page_new ();

  if (g_str_equal (name, "general"))
    fill_general (self, page);
  else if (g_str_equal (name, "calendar"))
    fill_calendar (self, page);
  else if (g_str_equal (name, "privacy"))
    fill_privacy (self, page);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].page))
      fill_records (self, page, lists[i].type);
  return page;
}

/**
 * pz_class_settings_pages_commit:
 * @self: the contents
 *
 * Takes over what is being typed.
 */
void
pz_class_settings_pages_commit (PzClassSettingsPages *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->forms->len; i++)
    pz_form_commit (self->forms->pdata[i]);
}

/**
 * pz_class_settings_pages_show_message:
 * @self: the contents
 * @text: what happened
 * @undo: whether to offer to take it back
 *
 * Shows a toast; one that offers to take back another step than the last goes.
 */
void
pz_class_settings_pages_show_message (PzClassSettingsPages *self,
                                      const char           *text,
                                      gboolean              undo)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (self != NULL && text != NULL);

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "settings.undo");
      self->undo_toast = g_object_ref (toast);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
