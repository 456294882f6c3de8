/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-style.h"

#include "pz-settings.h"

#define CONTRAST_CLASS "pz-contrast"

static void
load_palette_cb (AdwStyleManager *manager,
                 GParamSpec      *pspec,
                 GtkCssProvider  *provider)
{
  gtk_css_provider_load_from_resource (provider, adw_style_manager_get_dark (manager)
                                                   ? "/org/example/Personalize/palette-dark.css"
                                                   : "/org/example/Personalize/palette-light.css");
}

/**
 * pz_style_init:
 *
 * Keeps our named colours in step with light and dark. The style sheet itself comes with the resources; a second one for
 * the dark style (style-dark.css) is no longer welcome in newer releases of libadwaita.
 */
void
pz_style_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      AdwStyleManager *manager = adw_style_manager_get_default ();
      GtkCssProvider *provider = gtk_css_provider_new ();

      load_palette_cb (manager, NULL, provider);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_signal_connect_object (manager, "notify::dark", G_CALLBACK (load_palette_cb), provider, 0);
      g_object_unref (provider); /* the display holds it */
      g_once_init_leave (&once, 1);
    }
}

/**
 * pz_style_apply_scheme:
 *
 * Makes the program light or dark, as the settings say.
 */
void
pz_style_apply_scheme (void)
{
  g_autofree char *scheme = pz_settings_dup_string (PZ_SETTINGS_COLOUR_SCHEME);
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (scheme, "light") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

static void
show_contrast_cb (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  GtkWidget       *widget)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_widget_add_css_class (widget, CONTRAST_CLASS);
  else
    gtk_widget_remove_css_class (widget, CONTRAST_CLASS);
}

/**
 * pz_style_watch_widget:
 * @widget: a window
 *
 * Gives the window the class "pz-contrast" while high contrast is wanted.
 */
void
pz_style_watch_widget (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show_contrast_cb), widget, 0);
  show_contrast_cb (manager, NULL, widget);
}
